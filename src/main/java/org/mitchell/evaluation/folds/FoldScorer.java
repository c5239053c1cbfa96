package org.mitchell.evaluation.folds;

/** What is made of folds whose voxels have been chosen. */
public interface FoldScorer {
  /** Goes over some folds one after another; belongs to one thread. */
  Piece piece();

  /** Some consecutive folds. */
  interface Piece {
    /**
     * One fold; every fold is scored once.
     *
     * @param number its place in the list of folds
     * @param positions the voxels that it compares, as ascending positions among the candidates
     */
    void score(int number, Fold fold, int[] positions);

    /** When the last of them has been scored. */
    default void end() {}
  }
}
