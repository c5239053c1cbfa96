package org.mitchell.norms;

/**
 * How a regression is evaluated.
 *
 * @param folds into which the words are cut, 2 or more
 * @param repeats how often that is done anew
 * @param seed of the folds and of whatever else is drawn
 */
public record EvaluationPlan(int folds, int repeats, long seed) {
  public EvaluationPlan {
    if (folds < 2 || repeats < 1) {
      throw new IllegalArgumentException("got %d folds x %d".formatted(folds, repeats));
    }
  }
}
