package org.mitchell.inference;

import org.mitchell.files.SetAside;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;

/**
 * Null maps that were drawn once and are in a file.
 *
 * @param observed the observed map. Not copied
 * @param places of the null maps in the file, one each. Not copied
 */
record FiledNulls(double[] observed, SetAside file, SetAside.Place[] places) implements NullMaps {
  /** Draws all null maps. */
  static FiledNulls of(NullMaps maps, SetAside file, Workers workers, Progress progress) {
    var places = new SetAside.Place[maps.size()];
    progress.begin("null maps", "maps", places.length);
    for (int first = 0; first < places.length; first += maps.together()) {
      var batch = new double[Math.min(maps.together(), places.length - first)][maps.voxels()];
      maps.draw(first, batch, workers);
      for (int m = 0; m < batch.length; m++) {
        places[first + m] = file.add(new double[][] {batch[m]});
      }
      progress.advance(batch.length);
    }
    progress.end();
    return new FiledNulls(maps.observed(), file, places);
  }

  @Override
  public int voxels() {
    return observed.length;
  }

  @Override
  public int size() {
    return places.length;
  }

  @Override
  public void draw(int first, double[][] maps, Workers workers) {
    for (int m = 0; m < maps.length; m++) {
      file.read(places[first + m], new double[][] {maps[m]});
    }
  }
}
