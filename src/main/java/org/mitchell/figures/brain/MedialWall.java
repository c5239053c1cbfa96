package org.mitchell.figures.brain;

import java.util.Arrays;
import org.mitchell.gifti.SurfaceMesh;

/**
 * Where a hemisphere has no cortex. Programs that know no NaN write zeros there, in every map of a
 * file. So zeros are no values where nearly all of a hemisphere lie in one patch of its mesh, and
 * the patch is large; zeros that are scattered are values like others.
 */
final class MedialWall {
  /** The least part of all vertices that a patch has; fsaverage's medial wall has 8%. */
  private static final double LEAST_PART = 0.01;

  /** The part of the zeros that the patch has; those beside it are specks. */
  private static final double ONE_PATCH = 0.95;

  private MedialWall() {}

  /**
   * Whether zeros are no values.
   *
   * @param zero of every vertex, whether it is zero in all maps of the file
   */
  static boolean isMadeOf(boolean[] zero, SurfaceMesh mesh) {
    int zeros = 0;
    for (boolean one : zero) {
      zeros += one ? 1 : 0;
    }
    int patch = zeros == 0 ? 0 : largestPatch(zero, mesh.triangles());
    return patch >= LEAST_PART * zero.length && patch >= ONE_PATCH * zeros && zeros < zero.length;
  }

  /** How many vertices the largest patch has that edges hold together. */
  private static int largestPatch(boolean[] inside, int[] triangles) {
    var above = new int[inside.length];
    Arrays.setAll(above, v -> v);
    for (int c = 0; c < triangles.length; c++) {
      int vertex = triangles[c];
      int next = triangles[c % 3 == 2 ? c - 2 : c + 1];
      if (inside[vertex] && inside[next]) {
        above[root(above, vertex)] = root(above, next);
      }
    }
    var sizes = new int[inside.length];
    int largest = 0;
    for (int vertex = 0; vertex < inside.length; vertex++) {
      if (inside[vertex]) {
        largest = Math.max(largest, ++sizes[root(above, vertex)]);
      }
    }
    return largest;
  }

  /** The vertex that stands for a patch; ways to it are made shorter. */
  private static int root(int[] above, int vertex) {
    int at = vertex;
    while (above[at] != at) {
      above[at] = above[above[at]];
      at = above[at];
    }
    return at;
  }
}
