package org.mitchell.cli.evaluation;

import java.util.Optional;
import org.mitchell.cli.options.UsageException;
import org.mitchell.encoding.Penalty;
import org.mitchell.evaluation.intervals.Subsamples;
import org.mitchell.evaluation.nulls.Relabelling;
import picocli.CommandLine.Option;

/** How it is found what a figure is worth. */
final class UncertaintyOptions {
  private static final int USUAL = 1000;
  private static final int USUAL_CHOSEN = 100;

  @Option(
      names = "--permutations",
      paramLabel = "N",
      description =
          "relabellings of the words that the p-value rests on, 1 or more (default: 1000; 100"
              + " with --ridge auto, which chooses a penalty in every fold of each)")
  private Optional<Integer> permutations = Optional.empty();

  @Option(
      names = "--null",
      paramLabel = "NULL",
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
    if (permutations.isPresent() && permutations.get() < 1) {
      throw new UsageException(
          "--permutations: got " + permutations.get() + " where a number from 1 up is expected");
    }
    if (subsamples < 0 || subsamples == 1) {
      throw new UsageException(
          "--subsamples: got " + subsamples + " where 0, or a number from 2 up, is expected");
    }
  }

  int permutations(Penalty penalty) {
    return permutations.orElse(penalty.isGiven() ? USUAL : USUAL_CHOSEN);
  }

  Relabelling relabelling() {
    return relabelling;
  }

  int subsamples() {
    return subsamples;
  }
}
