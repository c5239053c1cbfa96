package org.mitchell.cli.evaluation;

import org.mitchell.cli.options.UsageException;
import org.mitchell.evaluation.intervals.Subsamples;
import picocli.CommandLine.Option;

/** How many halves of the words intervals rest on. */
final class SubsamplesOption {
  @Option(
      names = "--subsamples",
      paramLabel = "N",
      description =
          "halves of the words that 95%% intervals rest on; 0 for none (default: ${DEFAULT-VALUE})")
  private int subsamples = Subsamples.USUAL_COUNT;

  /**
   * How many.
   *
   * @throws UsageException if there cannot be so many
   */
  int checked() {
    if (subsamples < 0 || subsamples == 1) {
      throw new UsageException(
          "--subsamples: got " + subsamples + " where 0, or a number from 2 up, is expected");
    }
    return subsamples;
  }
}
