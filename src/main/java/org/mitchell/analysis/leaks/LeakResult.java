package org.mitchell.analysis.leaks;

import java.util.List;
import java.util.Optional;
import org.mitchell.analysis.comparison.SpaceAccuracies;
import org.mitchell.analysis.comparison.SpaceDifference;
import org.mitchell.evaluation.EvaluationOptions;

/**
 * A model beside rivals without content, in the same folds.
 *
 * @param participants their labels
 * @param words how many there are
 * @param splitting what was left out, as options have it
 * @param options how folds were done
 * @param permutations how often words exchanged what rivals know of them
 * @param model the model
 * @param rivals those that could be had
 * @param missing those that could not, and why
 * @param sideBySide the same with parts of presentations that were drawn at random beside whole
 *     runs; nothing where there are no runs
 * @param notes what the user should know
 */
public record LeakResult(
    List<String> participants,
    int words,
    String splitting,
    EvaluationOptions options,
    int permutations,
    SpaceAccuracies model,
    List<Measured> rivals,
    List<Rival.Missing> missing,
    Optional<SideBySide> sideBySide,
    List<String> notes) {
  /** Both of a rival's leak and of the model's lead. */
  public static final double LEVEL = 0.05;

  public LeakResult {
    participants = List.copyOf(participants);
    rivals = List.copyOf(rivals);
    missing = List.copyOf(missing);
    notes = List.copyOf(notes);
  }

  /** What is to be thought of a rival. */
  public enum Verdict {
    /** It tells words apart no better than chance would. */
    SILENT,
    /** It tells them apart, and the model does better. */
    BEATEN,
    /** It tells them apart, and nothing shows that the model does better. */
    WINS
  }

  /**
   * A rival.
   *
   * @param accuracies its own, a mean over participants with its interval
   * @param chance mean accuracy where words exchange what the rival knows of them
   * @param p one-sided, that it tells words apart by what it knows of them
   * @param corrected the same for all rivals together, by the largest of them
   * @param beyond accuracy of the model less its own; corrected by Holm
   */
  public record Measured(
      SpaceAccuracies accuracies,
      double chance,
      double p,
      double corrected,
      SpaceDifference beyond) {
    public Verdict verdict() {
      if (corrected > LEVEL) {
        return Verdict.SILENT;
      }
      return beyond.difference() > 0 && beyond.p() <= LEVEL ? Verdict.BEATEN : Verdict.WINS;
    }
  }

  /** The rivals that tell words apart, for whatever reason. */
  public List<Measured> leaks() {
    return rivals.stream().filter(rival -> rival.verdict() != Verdict.SILENT).toList();
  }

  /**
   * Accuracies by two kinds of folds.
   *
   * @param parts how many runs there are, and as many parts
   * @param shuffles how many random partitions the shuffled accuracies are means of
   * @param rows the model first, then rivals
   */
  public record SideBySide(int parts, int shuffles, List<Row> rows) {
    public SideBySide {
      rows = List.copyOf(rows);
    }

    /**
     * @param contiguous where whole runs are left out
     * @param shuffled where as many trials are left out, of any run
     */
    public record Row(String name, double contiguous, double shuffled) {}
  }
}
