package org.mitchell.cli.options;

import java.nio.file.Path;
import java.util.List;
import org.mitchell.features.FeatureSources;
import org.mitchell.features.FeatureSpace;
import picocli.CommandLine.Option;

/** Which features. */
public final class FeatureOptions {
  /** The features that are there without any file. */
  public static final String BUILT_IN = FeatureSources.builtIn().get(0);

  @Option(
      names = "--features",
      paramLabel = "NAME|FILE",
      description =
          "feature table (CSV or TSV, first column the word), or the built-in verbs25 (default:"
              + " ${DEFAULT-VALUE})")
  private String features = BUILT_IN;

  @Option(
      names = "--columns",
      paramLabel = "RANGES",
      description = "take only these columns of the table, the word column not counted: 1-218,220")
  private String columns = "";

  @Option(
      names = "--require-all",
      description = "words without features are an error, otherwise they are left out")
  private boolean requireAll;

  public String features() {
    return features;
  }

  public String columns() {
    return columns;
  }

  public boolean requireAll() {
    return requireAll;
  }

  /** The columns that are wanted. */
  public FeatureSpace columns(FeatureSpace space) {
    return columns.isEmpty() ? space : space.columns(columns);
  }

  /** The files that the features come from: none for the built-in ones. */
  public List<Path> files() {
    return files(features);
  }

  /** As {@link #files()}, for features that are named elsewhere. */
  public static List<Path> files(String nameOrFile) {
    return FeatureSources.builtIn().contains(nameOrFile) ? List.of() : List.of(Path.of(nameOrFile));
  }
}
