package org.mitchell.cli.features;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.mitchell.cli.corpus.CorpusOptions;
import org.mitchell.cli.corpus.CorpusRun;
import org.mitchell.cli.corpus.CountingOptions;
import org.mitchell.cli.options.CommonOptions;
import org.mitchell.cli.options.Outputs;
import org.mitchell.cli.options.UsageException;
import org.mitchell.cli.text.Remedies;
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
import org.mitchell.tables.TableRules;
import org.mitchell.text.Counted;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code mitchell features build}: a feature table from texts, counts or the built-in corpus. */
@Command(
    name = "build",
    description =
        "Write a feature table: each noun's counts with the verbs, from texts, from counts, or"
            + " from the built-in corpus.",
    footer = {"", "Without --corpus and --counts the built-in corpus is counted, as for verbs25."},
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class FeaturesBuildCommand implements Callable<Integer> {
  private static final String WEIGHTING = "weighting";

  @Mixin private CorpusOptions corpus;
  @Mixin private CountingOptions counting;

  @Option(names = "--counts", paramLabel = "FILE", description = "counts written by corpus count")
  private Path counts;

  @Option(
      names = "--weighting",
      paramLabel = "WEIGHTING",
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
    requireOneOrigin();
    var outputs = Outputs.ofTable(out, common);
    common.tableGoesTo(out);
    try (Workers workers = common.workers()) {
      Built built = build(workers, outputs);
      List<Path> files = FeatureTableWriter.write(out, built.space(), built.provenance());
      print(built.space(), files);
      common.printJson(json(built, files));
    }
    return 0;
  }

  private void print(FeatureSpace space, List<Path> files) {
    List<String> zero = space.zeroWords();
    common.print(
        "%s x %s"
            .formatted(
                Counted.of(space.words().size(), "word"),
                Counted.of(space.features().size(), "feature")));
    if (!zero.isEmpty()) {
      common.print(
          "%s %s zero in every feature: %s"
              .formatted(
                  Counted.of(zero.size(), "word"), Counted.verb(zero.size(), "is", "are"), zero));
    }
    corpus.printSkipped(common, Json.beside(out));
    files.forEach(file -> common.print("  " + file));
  }

  private Map<String, Object> json(Built built, List<Path> files) {
    var json = new LinkedHashMap<String, Object>();
    json.put("words", built.space().words().size());
    json.put("features", built.space().features().size());
    json.putAll(built.totals());
    json.put("zeroWords", built.space().zeroWords());
    json.put("weighting", weighting.label());
    json.put("skippedCount", corpus.skipped().count());
    json.put("skipped", corpus.skipped().parts());
    json.put("outputs", files.stream().map(Path::toString).toList());
    return json;
  }

  /** Features, how much text was counted for them now, and what made them; both for JSON. */
  private record Built(
      FeatureSpace space, Map<String, Object> totals, Map<String, Object> provenance) {}

  private Built build(Workers workers, Outputs outputs) throws IOException {
    outputs.requireNot(counting.files());
    if (counts != null) {
      outputs.requireNotTables(List.of(counts));
      return new Built(ofTable(), Map.of(), provenance(tableFiles(), Map.of()));
    }
    if (corpus.isGiven()) {
      return ofTexts(workers, outputs);
    }
    FeatureSpace space = ofBuiltIn(workers);
    return new Built(space, Map.of(), provenance(List.of(), space.provenance()));
  }

  /** Ways of counting would change nothing here: who gives them expects something else. */
  private void requireOneOrigin() {
    if (counts != null && corpus.isGiven()) {
      throw new UsageException("--counts and --corpus: one of them is enough");
    }
    if (corpus.isGiven()) {
      return;
    }
    var typed = spec.commandLine().getParseResult();
    for (OptionSpec option : spec.mixins().get("counting").options()) {
      boolean meant = counts == null && option.longestName().equals("--nouns");
      if (!meant && typed.hasMatchedOption(option.longestName())) {
        throw new UsageException(
            option.longestName()
                + (counts == null
                    ? " needs --corpus: the built-in corpus is counted in one way only"
                    : " needs --corpus: it is too late for counts that are made"));
      }
    }
  }

  private Built ofTexts(Workers workers, Outputs outputs) throws IOException {
    var run = new CorpusRun(corpus, counting, common, common.commandWords(), outputs);
    var counted = run.count(workers);
    counted.print(common);
    var totals = counted.counts().totals().toMap();
    var provenance = counted.record().with(WEIGHTING, weighting.label()).provenanceMap();
    provenance.put("totals", totals);
    return new Built(
        CountFeatures.of(name(), counted.counts(), weighting, Map.of()), totals, provenance);
  }

  private Map<String, Object> provenance(List<Path> files, Map<String, String> parameters)
      throws IOException {
    var inputs = new ArrayList<Provenance.Input>();
    for (Path file : files) {
      inputs.add(Provenance.Input.of(file));
    }
    return Provenance.of(common.commandWords(), inputs, parameters)
        .with(WEIGHTING, weighting.label())
        .toMap();
  }

  /** The counts, and the totals beside them if they are there. */
  private List<Path> tableFiles() {
    return Stream.of(counts, Json.beside(counts)).filter(Files::isRegularFile).toList();
  }

  private FeatureSpace ofTable() throws IOException {
    Cooccurrences read = CountsFile.read(counts);
    try {
      return CountFeatures.of(name(), read, weighting, Map.of());
    } catch (InputException e) {
      throw InputException.in(counts, e.getMessage());
    }
  }

  private String name() {
    return out.getFileName().toString();
  }

  private FeatureSpace ofBuiltIn(Workers workers) throws IOException {
    FeatureSource source = FeatureSources.verbs25(weighting, workers);
    List<String> nouns = counting.nouns(TableRules.of(Optional.empty(), common::note));
    FeatureSpace space = source.vectors(nouns);
    List<String> missing = nouns.stream().filter(noun -> space.vector(noun).isEmpty()).toList();
    if (!missing.isEmpty()) {
      throw new InputException(
          Remedies.inOptions(source.unknown(missing.get(0)).getMessage())
              + " --corpus PATH. In all %s %s unknown: %s"
                  .formatted(
                      Counted.of(missing.size(), "noun"),
                      Counted.verb(missing.size(), "is", "are"),
                      missing));
    }
    return space;
  }
}
