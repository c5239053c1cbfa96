package org.mitchell.evaluation;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.mitchell.encoding.ChosenPenalties;
import org.mitchell.fmri.Stimulus;

/**
 * What a cross-validation found, by pairs of words: leave-two-out mostly.
 *
 * @param stimuli the words, in the order of the pairs' numbers
 * @param pairs fold after fold; in leave-two-out one a fold, (0, 1), (0, 2), ... (n-2, n-1)
 * @param selectedVoxels how many voxels were compared in a fold (the fewest of any fold)
 * @param undefinedVoxels how many voxels have no defined stability and were never selected
 * @param form which closed form predicted the held-out words: primal, dual, or refit for all folds
 *     anew
 * @param refittedFolds how many folds were fitted anew, because the closed form is singular there
 * @param rank the rank of the scaled features of all words
 * @param operator words x words: the matrix that takes the images of all words to the mean of each
 *     word's held-out predictions; no rows where every voxel has a penalty of its own
 * @param penalties which penalties the folds chose, where penalties were to be chosen
 */
public record LeaveTwoOutResult(
    List<Stimulus> stimuli,
    List<PairResult> pairs,
    int selectedVoxels,
    int undefinedVoxels,
    String form,
    int refittedFolds,
    int rank,
    double[][] operator,
    Optional<ChosenPenalties> penalties) {

  /**
   * A share of the pairs that was matched right.
   *
   * @param pairs how many pairs there were
   * @param correct how many were right; ties may count half
   */
  public record Score(int pairs, double correct) {
    /** Correct pairs / pairs, NaN without pairs. */
    public double accuracy() {
      return correct / pairs;
    }
  }

  public LeaveTwoOutResult {
    pairs = List.copyOf(pairs);
  }

  /**
   * The same models, with pairs that were matched otherwise.
   *
   * @param voxels how many were compared in a fold
   */
  public LeaveTwoOutResult matching(List<PairResult> others, int voxels) {
    return new LeaveTwoOutResult(
        stimuli, others, voxels, undefinedVoxels, form, refittedFolds, rank, operator, penalties);
  }

  /** All pairs. */
  public Score all() {
    return score(pair -> true);
  }

  /** Pairs of two words of one category. */
  public Score within() {
    return score(this::sameCategory);
  }

  /** Pairs of words of two categories. */
  public Score between() {
    return score(pair -> !sameCategory(pair));
  }

  /** Whether every word has a category, so that within and between mean something. */
  public boolean categoriesKnown() {
    return stimuli.stream().allMatch(Stimulus::hasCategory);
  }

  private boolean sameCategory(PairResult pair) {
    return stimuli.get(pair.first()).sameCategory(stimuli.get(pair.second()));
  }

  /**
   * All pairs, a tie being half right whatever the preset: features that cannot tell two words
   * apart are not wrong about them, and a space that ties often would lose to one that guesses.
   *
   * @param rule by which the pairs were matched
   */
  public Score allWithHalfTies(MatchRule rule) {
    double correct =
        pairs.stream().mapToDouble(p -> rule.score(p.s11(), p.s12(), p.s21(), p.s22())).sum();
    return new Score(pairs.size(), correct);
  }

  private Score score(Predicate<PairResult> kind) {
    int count = 0;
    double correct = 0;
    for (PairResult pair : pairs) {
      if (kind.test(pair)) {
        count++;
        correct += pair.correct();
      }
    }
    return new Score(count, correct);
  }
}
