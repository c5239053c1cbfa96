package org.mitchell.cli;

import org.mitchell.features.FeatureSpace;
import picocli.CommandLine.Option;

/** Which features. */
final class FeatureOptions {
  @Option(
      names = "--features",
      paramLabel = "NAME|FILE",
      description = "feature table (CSV or TSV, first column the word), or the built-in verbs25 (default: ${DEFAULT-VALUE})")
  private String features = "verbs25";

  @Option(
      names = "--columns",
      paramLabel = "RANGES",
      description = "take only these columns of the table, the word column not counted: 1-218,220")
  private String columns = "";

  @Option(names = "--require-all", description = "words without features are an error, otherwise they are left out")
  private boolean requireAll;

  String features() {
    return features;
  }

  String columns() {
    return columns;
  }

  boolean requireAll() {
    return requireAll;
  }

  /** The columns that are wanted. */
  FeatureSpace columns(FeatureSpace space) {
    return columns.isEmpty() ? space : space.columns(columns);
  }
}
