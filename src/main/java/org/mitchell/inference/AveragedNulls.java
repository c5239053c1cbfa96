package org.mitchell.inference;

import java.util.Arrays;
import org.mitchell.jobs.Workers;

/**
 * Null maps whose mean is taken while they are drawn for something else. They are to be drawn once,
 * from the first to the last: sums are in the order of the maps.
 */
public final class AveragedNulls implements DerivedNulls {
  private final NullMaps maps;
  private final double[] sums;
  private int drawn;

  public AveragedNulls(NullMaps maps) {
    this.maps = maps;
    this.sums = new double[maps.voxels()];
  }

  /**
   * The mean of all null maps.
   *
   * @throws IllegalStateException if they have not been drawn
   */
  public double[] mean() {
    if (drawn != maps.size()) {
      throw new IllegalStateException(drawn + " of " + maps.size() + " null maps were drawn");
    }
    return Arrays.stream(sums).map(sum -> sum / drawn).toArray();
  }

  @Override
  public NullMaps maps() {
    return maps;
  }

  @Override
  public double[] observed() {
    return maps.observed();
  }

  @Override
  public void draw(int first, double[][] batch, Workers workers) {
    if (first != drawn) {
      throw new IllegalStateException("null map " + first + " where " + drawn + " is next");
    }
    maps.draw(first, batch, workers);
    for (double[] map : batch) {
      for (int v = 0; v < sums.length; v++) {
        sums[v] += map[v];
      }
    }
    drawn += batch.length;
  }
}
