package org.mitchell.encoding;

import java.util.Arrays;

/**
 * How often each penalty of a grid was chosen.
 *
 * @param grid the penalties there were
 * @param per what got a penalty of its own
 * @param counts how many models, or voxels of models, have each of the grid's penalties
 */
public record ChosenPenalties(PenaltyGrid grid, Penalty.Per per, long[] counts) {
  /** Counts choices, numbers in the grid. */
  public static ChosenPenalties of(PenaltyGrid grid, Penalty.Per per, int[] choice) {
    var counts = new long[grid.size()];
    for (int k : choice) {
      counts[k]++;
    }
    return new ChosenPenalties(grid, per, counts);
  }

  /** Both together. */
  public ChosenPenalties plus(ChosenPenalties other) {
    long[] sum = counts.clone();
    Arrays.setAll(sum, k -> counts[k] + other.counts[k]);
    return new ChosenPenalties(grid, per, sum);
  }

  /** How many choices there were. */
  public long choices() {
    return Arrays.stream(counts).sum();
  }

  /** The smallest penalty that was chosen. */
  public double smallest() {
    return quantile(0);
  }

  /** The penalty below and above which equally many were chosen; of two the smaller. */
  public double median() {
    return quantile(0.5);
  }

  /** The largest penalty that was chosen. */
  public double largest() {
    return quantile(1);
  }

  /** How many choices fell on the smallest penalty of the grid: a smaller one may be better. */
  public long atSmallest() {
    return grid.atEdge(0) ? counts[0] : 0;
  }

  /** How many choices fell on the largest penalty of the grid: a larger one may be better. */
  public long atLargest() {
    int last = counts.length - 1;
    return grid.atEdge(last) ? counts[last] : 0;
  }

  private double quantile(double share) {
    long wanted = Math.max(1, (long) Math.ceil(share * choices()));
    long passed = 0;
    for (int k = 0; k < counts.length; k++) {
      passed += counts[k];
      if (passed >= wanted) {
        return grid.at(k);
      }
    }
    throw new IllegalStateException("no penalty was chosen");
  }
}
