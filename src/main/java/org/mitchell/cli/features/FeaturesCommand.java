package org.mitchell.cli.features;

import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.mitchell.cli.options.CommonOptions;
import org.mitchell.cli.options.FeatureOptions;
import org.mitchell.cli.options.TableOptions;
import org.mitchell.cli.options.TypedWords;
import org.mitchell.features.FeatureSource;
import org.mitchell.features.FeatureSpace;
import org.mitchell.jobs.Workers;
import org.mitchell.study.FoundWords;
import org.mitchell.tables.NumberText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code mitchell features}: tables of features, and a look into them. */
@Command(
    name = "features",
    description = "Build feature tables from text, look into them, compare and draw them.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    subcommands = {
      FeaturesBuildCommand.class,
      FeaturesEmbedCommand.class,
      FeaturesCommand.Show.class,
      FeaturesCompareCommand.class,
      FeaturesPlotCommand.class
    })
public final class FeaturesCommand {
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
    @Mixin private TableOptions tables;
    @Mixin private CommonOptions common;

    @Override
    public Integer call() throws IOException {
      word = TypedWords.of("WORD", List.of(word)).get(0);
      try (Workers workers = common.workers()) {
        FeatureSource source = options.open(workers, tables.rules(common));
        FeatureSpace space = source.vectors(List.of(word));
        if (space.vector(word).isEmpty()) {
          throw source.unknown(word);
        }
        FoundWords.spellings(space).ifPresent(common::note);
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
              .formatted(space.spellings().getOrDefault(word, word), space.name()));
      for (int f : order) {
        String bar = "#".repeat((int) Math.max(0, Math.round(BAR * unit[f])));
        common.print(
            ("  %-" + width + "s %7.3f  (%s) %s")
                .formatted(space.features().get(f), unit[f], NumberText.plain(raw[f]), bar));
      }
      var values = new LinkedHashMap<String, Object>();
      for (int f : order) {
        values.put(space.features().get(f), unit[f]);
      }
      var json = new LinkedHashMap<String, Object>();
      json.put("word", space.spellings().getOrDefault(word, word));
      json.put("asked", word);
      json.put("features", space.name());
      json.put("unitLength", values);
      common.printJson(json);
    }
  }
}
