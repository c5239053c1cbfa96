package org.mitchell.inference;

import java.util.List;
import org.mitchell.files.SetAside;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;

/** Null maps for each of which models are fitted anew, by an exchange between words. */
interface RefittedNulls extends NullMaps {
  /** For each map, for each word, the number of the word whose place it takes. */
  List<int[]> exchanges();

  /** The map of one exchange, a value a voxel. */
  double[] map(int[] exchange, Workers workers);

  @Override
  default int voxels() {
    return observed().length;
  }

  @Override
  default int size() {
    return exchanges().size();
  }

  @Override
  default int together() {
    return 2;
  }

  @Override
  default boolean dear() {
    return true;
  }

  @Override
  default void draw(int first, double[][] maps, Workers workers) {
    for (int m = 0; m < maps.length; m++) {
      double[] map = map(exchanges().get(first + m), workers);
      System.arraycopy(map, 0, maps[m], 0, map.length);
    }
  }

  /**
   * Draws them all: they are dear, and this takes all that the participant's models are made of.
   */
  @Override
  default NullMaps setAside(SetAside file, Workers workers, Progress progress) {
    return FiledNulls.of(this, file, workers, progress);
  }
}
