package org.mitchell.figures.brain;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** A map to be shown: of voxels, or of vertices of surfaces. */
public sealed interface ShownMap permits BrainMap, VertexMap {
  /** All values, NaN where there is none. Not to be changed. */
  float[] all();

  /** What is written about it. */
  MapLabels labels();

  /** What must be known before the picture is believed. */
  List<String> cautions();

  /** The smallest value. */
  default double lowest() {
    double lowest = Double.POSITIVE_INFINITY;
    for (float value : all()) {
      lowest = value < lowest ? value : lowest;
    }
    return lowest;
  }

  /** The largest value. */
  default double highest() {
    double highest = Double.NEGATIVE_INFINITY;
    for (float value : all()) {
      highest = value > highest ? value : highest;
    }
    return highest;
  }

  /**
   * The absolute value that a share of those from {@code least} up does not exceed; nothing where
   * there is none, or it is zero.
   *
   * @param positive whether values above zero count alone
   */
  default OptionalDouble magnitude(double share, double least, boolean positive) {
    float[] values = all();
    double[] sizes =
        IntStream.range(0, values.length)
            .mapToDouble(i -> values[i])
            .map(value -> positive ? value : Math.abs(value))
            .filter(size -> size >= (float) least && size > 0)
            .sorted()
            .toArray();
    int place = (int) Math.ceil(share * sizes.length) - 1;
    return sizes.length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(sizes[Math.max(0, place)]);
  }
}
