package org.mitchell.figures.brain;

import java.util.List;

/** A map to be shown: a value a voxel, and which voxels are brain. */
public final class BrainMap implements ShownMap {
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

  /** How many voxels its grid has along each axis. */
  public int[] dims() {
    return values.dims();
  }

  /** From voxels to mm, 4 x 4. */
  public double[][] affine() {
    return values.affine().matrix();
  }

  /** What is written about it. */
  @Override
  public MapLabels labels() {
    return labels;
  }

  /** What must be known before the picture is believed: mirrored forms, values that are none. */
  @Override
  public List<String> cautions() {
    return cautions;
  }

  @Override
  public float[] all() {
    return values.values();
  }
}
