package org.mitchell.cli.options;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The table that all figures are written to, where somebody wants it. */
public final class TableFileOption {
  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "write all figures as a table (.tsv), with a JSON beside it")
  private Path out;

  public Optional<Path> file() {
    return Optional.ofNullable(out);
  }

  /** That it can be written, and replaces none of some files. */
  public void requireNot(List<Path> inputs, CommonOptions common) throws IOException {
    if (out != null) {
      Outputs.ofTable(out, common).requireNot(inputs);
    }
  }
}
