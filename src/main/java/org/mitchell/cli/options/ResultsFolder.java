package org.mitchell.cli.options;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where results go. */
public final class ResultsFolder {
  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "where results go (default: ${DEFAULT-VALUE})")
  private Path folder = FitPlaceOptions.DERIVATIVES;

  public Path path() {
    return folder;
  }
}
