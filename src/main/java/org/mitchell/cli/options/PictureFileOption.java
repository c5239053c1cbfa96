package org.mitchell.cli.options;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The file of a picture that is always drawn. */
public final class PictureFileOption {
  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "the picture to write (.png, .svg or .pdf)")
  private Path out;

  public Path path() {
    return out;
  }
}
