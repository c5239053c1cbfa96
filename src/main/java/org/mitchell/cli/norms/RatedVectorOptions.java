package org.mitchell.cli.norms;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** One file of vectors, and the norms that are predicted from it. */
final class RatedVectorOptions {
  @Option(
      names = "--vectors",
      required = true,
      paramLabel = "FILE",
      description = "word vectors of any format, or a table of features")
  private Path vectors;

  @Option(
      names = "--norms",
      required = true,
      paramLabel = "TABLE",
      description = "what people said of words: the first column the word, a column a norm")
  private Path norms;

  @Option(
      names = "--columns",
      split = ",",
      paramLabel = "NAME",
      description =
          "these norms of the table: names of columns, or numbers and ranges, the word column not"
              + " counted (default: all columns of numbers)")
  private List<String> columns = List.of();

  Path vectors() {
    return vectors;
  }

  Path norms() {
    return norms;
  }

  /** Which norms; empty for all. */
  List<String> columns() {
    return columns;
  }
}
