package org.mitchell.cli;

import org.mitchell.evaluation.intervals.Subsamples;
import org.mitchell.evaluation.nulls.Relabelling;
import picocli.CommandLine.Option;

/** How it is found what a figure is worth. */
final class UncertaintyOptions {
  @Option(
      names = "--permutations",
      paramLabel = "N",
      description =
          "relabellings of the words that the p-value rests on, 1 or more (default:"
              + " ${DEFAULT-VALUE})")
  private int permutations = 1000;

  @Option(
      names = "--null",
      paramLabel = "NULL",
      converter = Choices.Relabellings.class,
      completionCandidates = Choices.Relabellings.class,
      description =
          "which words exchange their features: ${COMPLETION-CANDIDATES} (default: free);"
              + " within-category asks for more than the category")
  private Relabelling relabelling = Relabelling.FREE;

  @Option(
      names = "--subsamples",
      paramLabel = "N",
      description =
          "halves of the words that the 95%% interval rests on; 0 for no interval (default:"
              + " ${DEFAULT-VALUE})")
  private int subsamples = Subsamples.USUAL_COUNT;

  /** Before anything is read, so that a slip is said at once. */
  void require() {
    if (permutations < 1) {
      throw new UsageException(
          "--permutations: got " + permutations + " where a number from 1 up is expected");
    }
    if (subsamples < 0 || subsamples == 1) {
      throw new UsageException(
          "--subsamples: got " + subsamples + " where 0, or a number from 2 up, is expected");
    }
  }

  int permutations() {
    return permutations;
  }

  Relabelling relabelling() {
    return relabelling;
  }

  int subsamples() {
    return subsamples;
  }
}
