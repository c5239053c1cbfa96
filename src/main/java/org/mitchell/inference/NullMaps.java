package org.mitchell.inference;

import org.mitchell.files.SetAside;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;

/**
 * A map and the maps that take its place under a null hypothesis, numbered from 0. Implementations
 * are immutable, but for {@link AveragedNulls}.
 */
public interface NullMaps {
  /** How many voxels each map has. */
  int voxels();

  /** How many maps can be drawn; the observed one is not among them. */
  int size();

  /** How many are best drawn together: enough to be fast, few enough to tell of progress. */
  default int together() {
    return 64;
  }

  /** Whether drawing takes so long that maps which are needed twice are better kept. */
  default boolean dear() {
    return false;
  }

  /** The observed map, a value a voxel; NaN where it is undefined. */
  double[] observed();

  /**
   * Computes some of the null maps, with the same result for any number of threads.
   *
   * @param first the number of the first
   * @param maps are filled: maps x voxels
   */
  void draw(int first, double[][] maps, Workers workers);

  /**
   * The same null maps, with what they are drawn from in a file in place of memory: where several
   * participants' are drawn side by side, theirs need not fit into it together.
   */
  default NullMaps setAside(SetAside file, Workers workers, Progress progress) {
    return this;
  }
}
