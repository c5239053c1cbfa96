package org.mitchell.cli.options;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where fits are read. */
public final class ModelFolder {
  @Option(
      names = "--model",
      paramLabel = "DIR",
      description = "where fits are read (default: ${DEFAULT-VALUE})")
  private Path folder = FitPlaceOptions.DERIVATIVES;

  public Path path() {
    return folder;
  }
}
