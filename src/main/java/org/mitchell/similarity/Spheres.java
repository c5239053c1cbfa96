package org.mitchell.similarity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mitchell.fmri.VoxelGrid;

/** The voxels of the brain within some millimetres of each, itself among them. */
public final class Spheres implements Surroundings {
  private final VoxelGrid grid;
  private final int[] dims;
  private final int[] columnAt;
  private final List<int[]> steps;

  /**
   * @param radius in mm; voxels whose centre is so near count
   */
  public Spheres(VoxelGrid grid, double radius) {
    this.grid = grid;
    this.dims = grid.dims();
    this.columnAt = new int[grid.boxSize()];
    Arrays.fill(columnAt, -1);
    for (int column = 0; column < grid.columns(); column++) {
      columnAt[grid.linearIndex(column)] = column;
    }
    this.steps = steps(grid, radius);
  }

  @Override
  public int[] about(int column) {
    int[] centre = grid.voxel(column);
    var columns = new int[steps.size()];
    int count = 0;
    for (int[] step : steps) {
      int i = centre[0] + step[0];
      int j = centre[1] + step[1];
      int k = centre[2] + step[2];
      boolean inside = i >= 0 && i < dims[0] && j >= 0 && j < dims[1] && k >= 0 && k < dims[2];
      int found = inside ? columnAt[(k * dims[1] + j) * dims[0] + i] : -1;
      if (found >= 0) {
        columns[count++] = found;
      }
    }
    int[] about = Arrays.copyOf(columns, count);
    Arrays.sort(about);
    return about;
  }

  /** Steps from a voxel to those within the radius, by the affine's own millimetres. */
  private static List<int[]> steps(VoxelGrid grid, double radius) {
    int[] dims = grid.dims();
    double[] origin = grid.affine().toMm(0, 0, 0);
    int[] most = most(grid, radius);
    var steps = new ArrayList<int[]>();
    for (int i = -most[0]; i <= most[0]; i++) {
      for (int j = -most[1]; j <= most[1]; j++) {
        for (int k = -most[2]; k <= most[2]; k++) {
          double[] mm = grid.affine().toMm(i, j, k);
          double distance =
              Math.hypot(Math.hypot(mm[0] - origin[0], mm[1] - origin[1]), mm[2] - origin[2]);
          boolean reachable =
              Math.abs(i) < dims[0] && Math.abs(j) < dims[1] && Math.abs(k) < dims[2];
          if (reachable && distance <= radius) {
            steps.add(new int[] {i, j, k});
          }
        }
      }
    }
    return steps;
  }

  /**
   * How far a sphere reaches along each axis: along i no voxel within the radius has a larger step
   * than the i of the point of the sphere farthest along i, which is the radius by the length of
   * the inverse's row.
   */
  private static int[] most(VoxelGrid grid, double radius) {
    double[] origin = grid.affine().toVoxel(0, 0, 0);
    var squares = new double[3];
    for (int axis = 0; axis < 3; axis++) {
      double[] unit = new double[3];
      unit[axis] = 1;
      double[] voxel = grid.affine().toVoxel(unit[0], unit[1], unit[2]);
      for (int a = 0; a < 3; a++) {
        squares[a] += (voxel[a] - origin[a]) * (voxel[a] - origin[a]);
      }
    }
    var most = new int[3];
    for (int a = 0; a < 3; a++) {
      double reach = Math.ceil(radius * Math.sqrt(squares[a]));
      most[a] = (int) Math.min(reach, grid.dims()[a] - 1.0);
    }
    return most;
  }
}
