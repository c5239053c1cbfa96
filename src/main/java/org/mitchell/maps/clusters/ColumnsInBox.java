package org.mitchell.maps.clusters;

import java.util.Arrays;
import org.mitchell.fmri.VoxelGrid;

/** The voxel columns of a grid by their places in its box. Immutable. */
final class ColumnsInBox {
  /** What {@link #at} says where there is no column. */
  static final int NONE = -1;

  private final VoxelGrid grid;
  private final int[] dims;

  /** Linear indices of the voxels that are columns, ascending, and their columns. */
  private final int[] indices;

  private final int[] columns;

  ColumnsInBox(VoxelGrid grid) {
    this.grid = grid;
    this.dims = grid.dims();
    var places = new long[grid.columns()];
    for (int column = 0; column < places.length; column++) {
      places[column] = (long) grid.linearIndex(column) << Integer.SIZE | column;
    }
    Arrays.sort(places);
    indices = Arrays.stream(places).mapToInt(p -> (int) (p >>> Integer.SIZE)).toArray();
    columns = Arrays.stream(places).mapToInt(p -> (int) p).toArray();
  }

  /** The column at (i, j, k), or {@link #NONE}. */
  int at(int i, int j, int k) {
    if (!inBox(i, j, k)) {
      return NONE;
    }
    int place = Arrays.binarySearch(indices, i + dims[0] * (j + dims[1] * k));
    return place < 0 ? NONE : columns[place];
  }

  /** Whether the box has a voxel (i, j, k), in the brain or not. */
  boolean inBox(int i, int j, int k) {
    return i >= 0 && i < dims[0] && j >= 0 && j < dims[1] && k >= 0 && k < dims[2];
  }

  /** All columns by i, then j, then k: the order in which numpy walks an image. */
  int[] inRasterOrder() {
    var places = new long[columns.length];
    for (int column = 0; column < places.length; column++) {
      int[] voxel = grid.voxel(column);
      long place = ((long) voxel[0] * dims[1] + voxel[1]) * dims[2] + voxel[2];
      places[column] = place << Integer.SIZE | column;
    }
    return Arrays.stream(places).sorted().mapToInt(p -> (int) p).toArray();
  }
}
