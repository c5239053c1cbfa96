package org.mitchell.inference;

import org.mitchell.jobs.Workers;

/** Null maps that a test gives. */
record GivenMaps(double[] observed, double[][] nulls) implements NullMaps {
  @Override
  public int voxels() {
    return observed.length;
  }

  @Override
  public int size() {
    return nulls.length;
  }

  @Override
  public void draw(int first, double[][] maps, Workers workers) {
    for (int m = 0; m < maps.length; m++) {
      System.arraycopy(nulls[first + m], 0, maps[m], 0, observed.length);
    }
  }
}
