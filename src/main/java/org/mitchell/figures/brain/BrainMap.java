package org.mitchell.figures.brain;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** A map to be shown: a value a voxel, and which voxels are brain. */
public final class BrainMap {
  private final Volume values;
  private final Volume brain;
  private final MapLabels labels;
  private final List<String> cautions;

  /**
   * @param values NaN where there is none
   * @param brain NaN outside the brain
   * @param cautions what must be known before the picture is believed
   */
  BrainMap(Volume values, Volume brain, MapLabels labels, List<String> cautions) {
    this.values = values;
    this.brain = brain;
    this.labels = labels;
    this.cautions = List.copyOf(cautions);
  }

  /** A map of which nothing particular must be known. */
  BrainMap(Volume values, Volume brain, MapLabels labels) {
    this(values, brain, labels, List.of());
  }

  Volume values() {
    return values;
  }

  Volume brain() {
    return brain;
  }

  /** What is written about it. */
  public MapLabels labels() {
    return labels;
  }

  /** What must be known before the picture is believed: mirrored forms, values that are none. */
  public List<String> cautions() {
    return cautions;
  }

  /** The smallest value. */
  public double lowest() {
    double lowest = Double.POSITIVE_INFINITY;
    for (float value : values.values()) {
      lowest = value < lowest ? value : lowest;
    }
    return lowest;
  }

  /** The largest value. */
  public double highest() {
    double highest = Double.NEGATIVE_INFINITY;
    for (float value : values.values()) {
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
  public OptionalDouble magnitude(double share, double least, boolean positive) {
    double[] sizes =
        IntStream.range(0, values.values().length)
            .mapToDouble(i -> values.values()[i])
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
