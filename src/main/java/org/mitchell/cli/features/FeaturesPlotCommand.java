package org.mitchell.cli.features;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.mitchell.cli.options.CategoryOptions;
import org.mitchell.cli.options.ColumnsOption;
import org.mitchell.cli.options.CommonOptions;
import org.mitchell.cli.options.OptionValues;
import org.mitchell.cli.options.Outputs;
import org.mitchell.cli.options.PictureFileOption;
import org.mitchell.cli.options.TableOptions;
import org.mitchell.encoding.Scale;
import org.mitchell.features.FeatureChoice;
import org.mitchell.features.FeatureSource;
import org.mitchell.features.FeatureSpace;
import org.mitchell.figures.ColourScale;
import org.mitchell.figures.HeatMap;
import org.mitchell.files.OutputSet;
import org.mitchell.jobs.Workers;
import org.mitchell.paper.Paper;
import org.mitchell.study.FoundWords;
import org.mitchell.text.Counted;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mitchell features plot}: a feature table as a heat map. */
@Command(
    name = "plot",
    description = "Draw a feature table: a row a noun, by category, a column a feature.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class FeaturesPlotCommand implements Callable<Integer> {
  /** A few features of a few words lie far out, and would take all colours from the others. */
  private static final double FARTHEST_Z = 3;

  @Parameters(
      paramLabel = "TABLE",
      description =
          "a feature table (CSV or TSV, first column the word), or built in: verbs25, form")
  private String table;

  @Mixin private ColumnsOption columns;

  @Option(
      names = "--scale",
      paramLabel = "SCALE",
      description = "of the values shown: ${COMPLETION-CANDIDATES} (default: unit)")
  private Scale scale = Scale.UNIT;

  @Mixin private CategoryOptions categories;

  @Option(
      names = "--title",
      converter = OptionValues.AnyText.class,
      paramLabel = "TEXT",
      description = "above the picture (default: the table's name and size)")
  private String title = "";

  @Mixin private PictureFileOption picture;

  @Mixin private TableOptions tables;
  @Mixin private CommonOptions common;

  @Override
  public Integer call() throws IOException {
    Path out = picture.path();
    var outputs = Outputs.ofPicture("--out", out, common);
    outputs.requireNotTables(FeatureChoice.of(table).files());
    outputs.requireNot(categories.files().toList());
    Map<String, String> given = categories.given(tables.rules(common)).orElseGet(Paper::categories);
    FeatureSpace space = space();
    Map<String, String> categoryOf = FoundWords.categories(space.words(), given);
    var scaled = scaled(space);
    double limit = scale == Scale.ZSCORE ? FARTHEST_Z : Double.POSITIVE_INFINITY;
    var map = new HeatMap(scaled, categoryOf, title(space), ColourScale.of(scaled, limit), unit());
    OutputSet.writeOne(out, map.contentFor(out, common::note));
    common.print(
        "%s x %s"
            .formatted(
                Counted.of(space.words().size(), "word"),
                Counted.of(space.features().size(), "feature")));
    common.print("  " + out);
    var json = new LinkedHashMap<String, Object>();
    json.put("words", space.words().size());
    json.put("features", space.features().size());
    json.put("scale", scale.name().toLowerCase(Locale.ROOT));
    json.put("outputs", List.of(out.toString()));
    common.printJson(json);
    return 0;
  }

  private FeatureSpace space() throws IOException {
    try (Workers workers = common.workers()) {
      var choice = new FeatureChoice(table, columns.ranges());
      FeatureSource source = choice.open(workers, tables.rules(common));
      return source.vectors(choice.words(source));
    }
  }

  private FeatureSpace scaled(FeatureSpace space) {
    return switch (scale) {
      case UNIT -> space.unitLength();
      case ZSCORE -> space.zScored();
      case NONE -> space;
    };
  }

  private String unit() {
    return switch (scale) {
      case UNIT -> "value, each row to length 1";
      case ZSCORE -> "z-score of each column";
      case NONE -> "value in the table";
    };
  }

  private String title(FeatureSpace space) {
    return title.isEmpty()
        ? "%s: %s × %s"
            .formatted(
                space.name(),
                Counted.of(space.words().size(), "word"),
                Counted.of(space.features().size(), "feature"))
        : title;
  }
}
