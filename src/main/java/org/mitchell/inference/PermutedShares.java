package org.mitchell.inference;

import java.util.List;
import org.mitchell.evaluation.variance.PermutedSpace;
import org.mitchell.files.SetAside;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;

/**
 * What one feature space explains beyond the others, and what that is when its residuals, given the
 * others, are exchanged between words.
 *
 * @param permutations for each word the number of the word whose residuals it is given
 */
record PermutedShares(PermutedSpace space, List<int[]> permutations) implements NullMaps {
  @Override
  public int voxels() {
    return observed().length;
  }

  @Override
  public int size() {
    return permutations.size();
  }

  @Override
  public int together() {
    return 2;
  }

  @Override
  public boolean dear() {
    return true;
  }

  @Override
  public double[] observed() {
    return space.observed().values(space.unique());
  }

  @Override
  public void draw(int first, double[][] maps, Workers workers) {
    for (int m = 0; m < maps.length; m++) {
      double[] map = space.permuted(permutations.get(first + m)).values(space.unique());
      System.arraycopy(map, 0, maps[m], 0, map.length);
    }
  }

  /**
   * Draws them all: they are dear, and this takes all that the participant's models are made of.
   */
  @Override
  public NullMaps setAside(SetAside file, Workers workers, Progress progress) {
    return FiledNulls.of(this, file, workers, progress);
  }
}
