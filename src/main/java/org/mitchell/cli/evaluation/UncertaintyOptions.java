package org.mitchell.cli.evaluation;

import java.util.Optional;
import org.mitchell.cli.options.ModelOptions;
import org.mitchell.cli.options.SubsamplesOption;
import org.mitchell.cli.options.UsageException;
import org.mitchell.evaluation.nulls.Relabelling;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How it is found what a figure is worth. */
final class UncertaintyOptions {
  private static final int USUAL = 1000;
  private static final int USUAL_CHOSEN = 100;
  private static final int USUAL_WHOLE = 19;

  @Option(
      names = "--permutations",
      paramLabel = "N",
      description =
          "relabellings of the words that the p-value rests on, 1 or more (default: 1000; 100 with"
              + " --ridge auto, which chooses a penalty in every fold of each; 19 with --select"
              + " top-r-train, whose voxels are chosen anew for each)")
  private Optional<Integer> permutations = Optional.empty();

  @Option(
      names = "--null",
      paramLabel = "NULL",
      description =
          "which words exchange their features: ${COMPLETION-CANDIDATES} (default: free; with --cv"
              + " run within-run, where the images of each run exchange their words);"
              + " within-category asks for more than the category")
  private Null hypothesis;

  /** What chance is asked for. */
  enum Null {
    FREE(Relabelling.FREE),
    WITHIN_CATEGORY(Relabelling.WITHIN_CATEGORY),
    WITHIN_RUN(null);

    private final Optional<Relabelling> relabelling;

    Null(Relabelling relabelling) {
      this.relabelling = Optional.ofNullable(relabelling);
    }
  }

  @Mixin private SubsamplesOption subsamples;

  /** Before anything is read, so that a slip is said at once. */
  void require() {
    if (permutations.isPresent() && permutations.get() < 1) {
      throw new UsageException(
          "--permutations: got " + permutations.get() + " where a number from 1 up is expected");
    }
    subsamples.checked();
  }

  int permutations(ModelOptions.Checked model) {
    int usual =
        model.criterion().needsFeatures()
            ? USUAL_WHOLE
            : model.encoding().penalty().isGiven() ? USUAL : USUAL_CHOSEN;
    return permutations.orElse(usual);
  }

  /**
   * Which words exchange their features; nothing where the images of runs do.
   *
   * @param runs whether runs are left out
   */
  Optional<Relabelling> relabelling(boolean runs) {
    if (hypothesis == Null.WITHIN_RUN && !runs) {
      throw new UsageException("--null within-run goes with --cv run");
    }
    Null usual = runs ? Null.WITHIN_RUN : Null.FREE;
    return (hypothesis == null ? usual : hypothesis).relabelling;
  }

  int subsamples() {
    return subsamples.checked();
  }
}
