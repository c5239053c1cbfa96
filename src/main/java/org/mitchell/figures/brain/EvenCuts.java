package org.mitchell.figures.brain;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Cuts at equal distances.
 *
 * @param first place, in mm
 * @param step from a place to the next, in mm
 */
record EvenCuts(double first, double step, int count) {
  /** Voxels of so many mm are cut through their middle. */
  private static final double LARGE = 4;

  /** Cuts through the middle of voxels go as far as this part of what others would. */
  private static final double MOST_OF_THE_BRAIN = 0.8;

  /**
   * Equal steps around the middle of the brain: of whole voxels where these are large, so that each
   * cut is through the middle of voxels, unless such steps would leave much of the brain out; of
   * whole mm otherwise.
   */
  static EvenCuts of(int count, int axis, Volume brain) {
    Extent extent = brain.extent();
    double low = extent.low()[axis];
    double high = extent.high()[axis];
    double[] row = brain.affine().matrix()[axis];
    double[] edges = Arrays.stream(row, 0, 3).filter(edge -> edge != 0).map(Math::abs).toArray();
    EvenCuts mm = between(low, high, 0, 1, count);
    if (edges.length == 1 && edges[0] >= LARGE) {
      EvenCuts voxels = between(low, high, row[3], edges[0], count);
      return voxels.length() >= MOST_OF_THE_BRAIN * mm.length() ? voxels : mm;
    }
    return mm;
  }

  /** Places inside a range that are a whole number of units away from the origin. */
  private static EvenCuts between(double from, double to, double origin, double unit, int most) {
    double low = (from - origin) / unit;
    double high = (to - origin) / unit;
    long lowest = (long) Math.floor(low) + 1;
    long highest = (long) Math.ceil(high) - 1;
    if (lowest > highest) {
      return new EvenCuts((from + to) / 2, 0, 1);
    }
    int count = (int) Math.min(most, highest - lowest + 1);
    long usual = Math.max(1, Math.round((high - low) / (count + 1)));
    long step = count == 1 ? 0 : Math.min(usual, (highest - lowest) / (count - 1));
    long middle = Math.round((low + high - (count - 1) * step) / 2);
    long first = Math.max(lowest, Math.min(highest - (count - 1) * step, middle));
    return new EvenCuts(origin + first * unit, step * unit, count);
  }

  List<Cut> in(View view) {
    return IntStream.range(0, count).mapToObj(i -> new Cut(view, first + i * step)).toList();
  }

  /** From the first place to the last. */
  private double length() {
    return (count - 1) * step;
  }
}
