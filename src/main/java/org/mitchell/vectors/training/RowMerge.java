package org.mitchell.vectors.training;

import java.util.List;

/**
 * Brings together what several blocks have learned on copies of the same rows.
 *
 * <p>A row that many blocks changed often has been moved to about the same place by each of them:
 * the sum of the moves would shoot beyond it, and training diverge. One block that makes u changes
 * of a step each takes a row a share of about r(u) = c u / (1 + c u) of the way to where it is
 * drawn; all changes of all blocks, made one after the other, would take it r(sum of u). So the sum
 * of the moves is multiplied by r(sum of u) / (sum of r(u)): by 1 for a row of one block, about 1
 * for a rare one, and for a frequent one it becomes the mean.
 */
final class RowMerge {
  private final float[][] matrix;

  /** How many blocks a row is still to come of; below 0 once the first has been added. */
  private final int[] blocks;

  private final float[] updates;

  /** The sum of r(u), then what the moves are multiplied by. */
  private final float[] ways;

  RowMerge(float[][] matrix) {
    this.matrix = matrix;
    this.blocks = new int[matrix.length];
    this.updates = new float[matrix.length];
    this.ways = new float[matrix.length];
  }

  /**
   * Changes those rows whose number leaves this remainder, in the order of the copies. Different
   * remainders may be taken by different threads.
   *
   * @param pull c, how much one change draws a row towards its place
   */
  void merge(List<? extends RowChanges> copies, int remainder, int divisor, float pull) {
    for (var copy : copies) {
      for (int place = 0; place < copy.count(); place++) {
        int row = copy.rowAt(place);
        if (row % divisor == remainder) {
          blocks[row]++;
          updates[row] += copy.updatesAt(place);
          ways[row] += way(copy.updatesAt(place), pull);
        }
      }
    }
    for (var copy : copies) {
      for (int place = 0; place < copy.count(); place++) {
        int row = copy.rowAt(place);
        if (row % divisor == remainder) {
          bring(row, copy, place, pull);
        }
      }
    }
  }

  private void bring(int row, RowChanges copy, int place, float pull) {
    int left = blocks[row];
    if (left == 1) {
      System.arraycopy(copy.learnedAt(place), 0, matrix[row], 0, matrix[row].length);
      blocks[row] = 0;
    } else if (left > 1) {
      float share = way(updates[row], pull) / ways[row];
      RowLoops.mix(1 - left * share, matrix[row], share, copy.learnedAt(place));
      ways[row] = share;
      blocks[row] = 1 - left;
    } else {
      RowLoops.addTimes(ways[row], copy.learnedAt(place), matrix[row]);
      blocks[row] = left + 1;
    }
    if (blocks[row] == 0) {
      updates[row] = 0;
      ways[row] = 0;
    }
  }

  private static float way(float count, float pull) {
    return count / (1 + pull * count);
  }
}
