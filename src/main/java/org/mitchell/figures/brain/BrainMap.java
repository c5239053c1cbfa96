package org.mitchell.figures.brain;

/** A map to be shown: a value a voxel, and which voxels are brain. */
public final class BrainMap {
  private final Volume values;
  private final Volume brain;
  private final MapLabels labels;

  /**
   * @param values NaN where there is none
   * @param brain NaN outside the brain
   */
  BrainMap(Volume values, Volume brain, MapLabels labels) {
    this.values = values;
    this.brain = brain;
    this.labels = labels;
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
}
