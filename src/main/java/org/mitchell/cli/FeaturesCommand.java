package org.mitchell.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.mitchell.corpus.Cooccurrences;
import org.mitchell.corpus.CountsFile;
import org.mitchell.features.CountFeatures;
import org.mitchell.features.FeatureSource;
import org.mitchell.features.FeatureSources;
import org.mitchell.features.FeatureSpace;
import org.mitchell.features.FeatureTableWriter;
import org.mitchell.features.Weighting;
import org.mitchell.files.InputException;
import org.mitchell.files.Json;
import org.mitchell.jobs.Workers;
import org.mitchell.provenance.Provenance;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mitchell features}: tables of features, and a look into them. */
@Command(
    name = "features",
    description = "Build feature tables from text, look into them, compare and draw them.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    subcommands = {
      FeaturesCommand.Build.class,
      FeaturesCommand.Show.class,
      FeaturesCompareCommand.class,
      FeaturesPlotCommand.class
    })
final class FeaturesCommand {
  @Command(
      name = "build",
      description =
          "Write a feature table: each noun's counts with the verbs, from texts, from counts, or"
              + " from the built-in corpus.",
      footer = {
        "",
        "Without --corpus and --counts the built-in corpus is counted, as for verbs25."
      },
      mixinStandardHelpOptions = true,
      sortOptions = false)
  static final class Build implements Callable<Integer> {
    @Mixin private CorpusOptions corpus;
    @Mixin private CountingOptions counting;

    @Option(
        names = "--counts",
        paramLabel = "FILE",
        description = "counts written by 'mitchell corpus count'")
    private Path counts;

    @Option(
        names = "--weighting",
        paramLabel = "WEIGHTING",
        converter = Choices.Weightings.class,
        completionCandidates = Choices.Weightings.class,
        description =
            "what becomes of the counts: ${COMPLETION-CANDIDATES} (default: raw). unit: rows to"
                + " length 1; pmi: log2 of count over the count expected by chance, 0 where the"
                + " count is 0; ppmi: pmi where positive, else 0; log: ln(1 + count)")
    private Weighting weighting = Weighting.RAW;

    @Option(
        names = "--out",
        required = true,
        paramLabel = "FILE",
        description = "the table to write (.tsv, .tsv.gz)")
    private Path out;

    @Mixin private CommonOptions common;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
      if (counts != null && corpus.isGiven()) {
        throw new UsageException("--counts and --corpus: one of them is enough");
      }
      var outputs = Outputs.ofTable(out);
      try (Workers workers = common.workers()) {
        FeatureSpace space = space(workers, outputs);
        List<Path> files = FeatureTableWriter.write(out, space);
        List<String> zero = space.zeroWords();
        common.print(
            "%,d words x %,d features".formatted(space.words().size(), space.features().size()));
        if (!zero.isEmpty()) {
          common.print("%,d words are zero in every feature: %s".formatted(zero.size(), zero));
        }
        corpus.printSkipped(common, Json.beside(out));
        files.forEach(file -> common.print("  " + file));
        var json = new LinkedHashMap<String, Object>();
        json.put("words", space.words().size());
        json.put("features", space.features().size());
        json.put("zeroWords", zero);
        json.put("skipped", corpus.skipped().parts());
        json.put("outputs", files.stream().map(Path::toString).toList());
        common.printJson(json);
      }
      return 0;
    }

    private FeatureSpace space(Workers workers, Outputs outputs) throws IOException {
      outputs.requireNot(counting.files());
      if (counts != null) {
        outputs.requireNotTables(List.of(counts));
        var provenance = new LinkedHashMap<String, String>();
        provenance.put("counts", counts.toString());
        provenance.put("sha256", Provenance.Input.of(counts).sha256());
        return fromTable(provenance);
      }
      if (!corpus.isGiven()) {
        return builtIn(workers);
      }
      var run = new CorpusRun(corpus, counting, common, CommandWords.of(spec), outputs);
      var counted = run.count(workers);
      var provenance = new LinkedHashMap<String, String>();
      counted.record().inputs().forEach(input -> provenance.put(input.path(), input.sha256()));
      corpus
          .skipped()
          .parts()
          .forEach(part -> provenance.put("skipped " + part.file(), "from byte " + part.offset()));
      counting.parameters().forEach((name, value) -> provenance.put(name, String.valueOf(value)));
      return CountFeatures.of(
          out.getFileName().toString(), counted.counts(), weighting, provenance);
    }

    private FeatureSpace fromTable(Map<String, String> provenance) throws IOException {
      Cooccurrences read = CountsFile.read(counts);
      try {
        return CountFeatures.of(out.getFileName().toString(), read, weighting, provenance);
      } catch (InputException e) {
        throw InputException.in(counts, e.getMessage());
      }
    }

    private FeatureSpace builtIn(Workers workers) throws IOException {
      if (counting.ownVerbs()) {
        throw new UsageException(
            "--verbs needs --corpus: the built-in corpus is counted with the paper's 25 verbs");
      }
      FeatureSource source = FeatureSources.verbs25(weighting, workers);
      List<String> nouns = counting.nouns();
      FeatureSpace space = source.vectors(nouns);
      List<String> missing = nouns.stream().filter(noun -> space.vector(noun).isEmpty()).toList();
      if (!missing.isEmpty()) {
        throw new InputException(
            source.unknown(missing.get(0)).getMessage()
                + " --corpus PATH. In all %d nouns are unknown: %s"
                    .formatted(missing.size(), missing));
      }
      return space;
    }
  }

  @Command(
      name = "show",
      description =
          "Print a word's features, largest first, scaled to unit length as in the paper's figure.",
      mixinStandardHelpOptions = true,
      sortOptions = false)
  static final class Show implements Callable<Integer> {
    private static final int BAR = 40;

    @Parameters(paramLabel = "WORD", description = "the word")
    private String word;

    @Mixin private FeatureOptions options;
    @Mixin private CommonOptions common;

    @Override
    public Integer call() throws IOException {
      try (Workers workers = common.workers()) {
        FeatureSource source = FeatureSources.named(options.features(), workers);
        FeatureSpace space = options.columns(source.vectors(List.of(word)));
        if (space.vector(word).isEmpty()) {
          throw source.unknown(word);
        }
        double[] raw = space.vector(word).get();
        double[] unit = space.unitLength().vector(word).orElseThrow();
        int[] order =
            IntStream.range(0, raw.length)
                .boxed()
                .sorted(Comparator.comparingDouble(f -> -unit[f]))
                .mapToInt(Integer::intValue)
                .toArray();
        print(space, raw, unit, order);
      }
      return 0;
    }

    private void print(FeatureSpace space, double[] raw, double[] unit, int[] order) {
      int width = space.features().stream().mapToInt(String::length).max().orElse(1);
      common.print(
          "%s in %s, scaled to unit length (value in the table in brackets)"
              .formatted(word, space.name()));
      for (int f : order) {
        String bar = "#".repeat((int) Math.max(0, Math.round(BAR * unit[f])));
        common.print(
            ("  %-" + width + "s %7.3f  (%s) %s")
                .formatted(space.features().get(f), unit[f], plain(raw[f]), bar));
      }
      var values = new LinkedHashMap<String, Object>();
      for (int f : order) {
        values.put(space.features().get(f), unit[f]);
      }
      var json = new LinkedHashMap<String, Object>();
      json.put("word", word);
      json.put("features", space.name());
      json.put("unitLength", values);
      common.printJson(json);
    }

    private static String plain(double value) {
      return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
  }
}
