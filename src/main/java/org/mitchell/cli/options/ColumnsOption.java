package org.mitchell.cli.options;

import picocli.CommandLine.Option;

/** Which columns of a feature table. */
public final class ColumnsOption {
  @Option(
      names = "--columns",
      paramLabel = "RANGES",
      description = "take only these columns of the table, the word column not counted: 1-218,220")
  private String columns = "";

  /** As typed; empty for all. */
  public String ranges() {
    return columns;
  }
}
