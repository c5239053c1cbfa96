package org.mitchell.encoding;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How often each penalty of a grid was chosen.
 *
 * @param grid the penalties there were; of several feature spaces with one each, the tuples
 * @param per what got a penalty of its own
 * @param counts how many models, or voxels of models, have each of the grid's penalties
 * @param meanWeights of the feature spaces of a stack, in which each has a model and a penalty of
 *     its own; none otherwise
 */
public record ChosenPenalties(
    BandedGrid grid, Penalty.Per per, long[] counts, List<Double> meanWeights) {
  public ChosenPenalties {
    meanWeights = List.copyOf(meanWeights);
  }

  /** Of one model of all features. */
  public ChosenPenalties(BandedGrid grid, Penalty.Per per, long[] counts) {
    this(grid, per, counts, List.of());
  }

  /** The same of a stack. */
  ChosenPenalties weighted(List<Double> weights) {
    return new ChosenPenalties(grid, per, counts, weights);
  }

  /** Counts choices, numbers in the grid. */
  public static ChosenPenalties of(BandedGrid grid, Penalty.Per per, int[] choice) {
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
    return new ChosenPenalties(grid, per, sum, meanWeights);
  }

  /** How many choices there were. */
  public long choices() {
    return Arrays.stream(counts).sum();
  }

  /** How many feature spaces have a penalty each. */
  public int spaces() {
    return grid.spaces();
  }

  /** The smallest penalty that was chosen. */
  public double smallest() {
    return ofSpace(0).smallest;
  }

  /** The penalty below and above which equally many were chosen; of two the smaller. */
  public double median() {
    return ofSpace(0).median;
  }

  /** The largest penalty that was chosen. */
  public double largest() {
    return ofSpace(0).largest;
  }

  /**
   * The penalties of one space, where it has a part in the model.
   *
   * @param smallest that was chosen; NaN, like the others, where it never has a part
   * @param median below and above which equally many were chosen; of two the smaller
   * @param leftOut how many choices leave the space out
   */
  public record OfSpace(double smallest, double median, double largest, long leftOut) {}

  /** The penalties of a space by its number. */
  public OfSpace ofSpace(int space) {
    List<Integer> ascending =
        IntStream.range(0, counts.length)
            .boxed()
            .filter(k -> counts[k] > 0 && Double.isFinite(grid.at(k)[space]))
            .sorted(Comparator.comparingDouble(k -> grid.at(k)[space]))
            .toList();
    long there = ascending.stream().mapToLong(k -> counts[k]).sum();
    return new OfSpace(
        quantile(space, ascending, 0, there),
        quantile(space, ascending, 0.5, there),
        quantile(space, ascending, 1, there),
        choices() - there);
  }

  private double quantile(int space, List<Integer> ascending, double share, long there) {
    long wanted = Math.max(1, (long) Math.ceil(share * there));
    long passed = 0;
    for (int k : ascending) {
      passed += counts[k];
      if (passed >= wanted) {
        return grid.at(k)[space];
      }
    }
    return Double.NaN;
  }

  /** How many choices fell on the smallest penalty of the grid: a smaller one may be better. */
  public long atSmallest() {
    return IntStream.range(0, counts.length)
        .filter(grid::atSmallest)
        .mapToLong(k -> counts[k])
        .sum();
  }

  /** How many choices fell on the largest penalty of the grid: a larger one may be better. */
  public long atLargest() {
    return IntStream.range(0, counts.length)
        .filter(grid::atLargest)
        .mapToLong(k -> counts[k])
        .sum();
  }
}
