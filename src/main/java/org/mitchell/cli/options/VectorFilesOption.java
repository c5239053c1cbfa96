package org.mitchell.cli.options;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** Files of word vectors that are judged side by side. */
public final class VectorFilesOption {
  @Option(
      names = "--vectors",
      required = true,
      split = ",",
      arity = "1..*",
      paramLabel = "FILE",
      description = "files of word vectors, side by side")
  private List<Path> files;

  public List<Path> files() {
    return files;
  }
}
