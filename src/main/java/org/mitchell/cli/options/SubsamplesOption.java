package org.mitchell.cli.options;

import org.mitchell.evaluation.intervals.Subsamples;
import picocli.CommandLine.Option;

/** How many halves of the words intervals rest on. */
public final class SubsamplesOption {
  @Option(
      names = "--subsamples",
      paramLabel = "N",
      description =
          "halves of the words that 95%% intervals rest on; 0 for none (default: "
              + Subsamples.USUAL_COUNT
              + ")")
  private Integer subsamples;

  /** Whether anybody said how many. */
  public boolean isGiven() {
    return subsamples != null;
  }

  /**
   * How many.
   *
   * @throws UsageException if there cannot be so many
   */
  public int checked() {
    if (subsamples == null) {
      return Subsamples.USUAL_COUNT;
    }
    if (subsamples < 0 || subsamples == 1) {
      throw new UsageException(
          "--subsamples: got " + subsamples + " where 0, or a number from 2 up, is expected");
    }
    return subsamples;
  }
}
