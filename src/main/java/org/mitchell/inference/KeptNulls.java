package org.mitchell.inference;

import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;

/**
 * Null maps that were drawn once and are kept, where they are needed again and dear to draw.
 *
 * @param observed the observed map. Not copied
 * @param nulls null maps x voxels. Not copied
 */
public record KeptNulls(double[] observed, double[][] nulls) implements NullMaps {
  /** Draws all null maps. */
  public static KeptNulls of(NullMaps maps, Workers workers, Progress progress) {
    var nulls = new double[maps.size()][maps.voxels()];
    progress.begin("null maps", "maps", nulls.length);
    for (int first = 0; first < nulls.length; first += maps.together()) {
      var batch = new double[Math.min(maps.together(), nulls.length - first)][];
      System.arraycopy(nulls, first, batch, 0, batch.length);
      maps.draw(first, batch, workers);
      progress.advance(batch.length);
    }
    progress.end();
    return new KeptNulls(maps.observed(), nulls);
  }

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
