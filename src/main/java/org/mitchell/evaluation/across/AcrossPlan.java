package org.mitchell.evaluation.across;

import java.util.List;

/**
 * What is done with every participant that is left out.
 *
 * @param ways how it is reached
 * @param dimensions of the shared space of {@link Way#PROCRUSTES}
 * @param relabellings for p: for every word the number of the word whose features it is given, in
 *     all participants alike
 * @param exchanges for what alignments do without anything shared: for every fold, of every word
 *     the number of the word whose images the others are aligned by
 */
public record AcrossPlan(
    List<Way> ways, int dimensions, List<int[]> relabellings, List<int[]> exchanges) {
  /** Dimensions of a shared space, where nobody says how many. */
  public static final int USUAL_DIMENSIONS = 20;

  /** Enough for a p of .005. */
  public static final int USUAL_PERMUTATIONS = 199;
}
