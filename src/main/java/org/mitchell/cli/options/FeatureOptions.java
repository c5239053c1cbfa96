package org.mitchell.cli.options;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.mitchell.features.FeatureChoice;
import org.mitchell.features.FeatureSource;
import org.mitchell.features.FeatureSources;
import org.mitchell.files.InputException;
import org.mitchell.jobs.Workers;
import org.mitchell.tables.TableRules;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which features. */
public final class FeatureOptions {
  /** The features that are there without any file. */
  public static final String BUILT_IN = FeatureSources.builtIn().get(0);

  @Option(
      names = "--features",
      paramLabel = "NAME|FILE",
      description =
          "feature table (CSV or TSV, first column the word), or built in: verbs25, form; several"
              + " side by side: verbs=FILE,glove=FILE:1-50 (default: ${DEFAULT-VALUE})")
  private String features = BUILT_IN;

  @Mixin private ColumnsOption columns;

  @Option(
      names = "--require-all",
      description = "words without features are an error, otherwise they are left out")
  private boolean requireAll;

  /** Which features, and which of their columns. */
  public FeatureChoice choice() {
    FeatureChoice choice;
    try {
      choice = FeatureChoice.of(features);
    } catch (InputException e) {
      throw new UsageException("--features: " + e.getMessage());
    }
    if (columns.ranges().isEmpty()) {
      return choice;
    }
    if (choice.several()) {
      throw new UsageException(
          "--columns: of one table; of several spaces each has its own, --features"
              + " a=FILE:1-25,b=FILE:30+40");
    }
    return new FeatureChoice(choice.nameOrFile(), columns.ranges());
  }

  public boolean requireAll() {
    return requireAll;
  }

  /** The files that the features come from: none for the built-in ones. */
  public List<Path> files() {
    return choice().files();
  }

  /** The features as tables of text are read. */
  public FeatureSource open(Workers workers, TableRules rules) throws IOException {
    return choice().open(workers, rules);
  }
}
