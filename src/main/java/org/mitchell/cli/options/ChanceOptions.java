package org.mitchell.cli.options;

import picocli.CommandLine.Option;

/** The option of commands in which chance plays a part. */
public final class ChanceOptions {
  @Option(
      names = "--seed",
      paramLabel = "N",
      description =
          "of what depends on chance: simulated data, intervals, null distributions (default:"
              + " ${DEFAULT-VALUE})")
  private long seed = 1;

  /** Same seed, same bytes. */
  public long seed() {
    return seed;
  }
}
