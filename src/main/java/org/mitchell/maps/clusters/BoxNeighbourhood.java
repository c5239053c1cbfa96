package org.mitchell.maps.clusters;

import java.util.List;
import java.util.Map;
import org.mitchell.fmri.VoxelGrid;

/** Voxels of a box. */
public final class BoxNeighbourhood extends Neighbourhood {
  private final VoxelGrid grid;
  private final Contiguity contiguity;
  private final ColumnsInBox box;
  private final Contacts contacts;

  private BoxNeighbourhood(VoxelGrid grid, Contiguity contiguity) {
    this.grid = grid;
    this.contiguity = contiguity;
    box = new ColumnsInBox(grid);
    contacts = Contacts.inBox(grid, box, contiguity);
  }

  public static BoxNeighbourhood of(VoxelGrid grid, Contiguity contiguity) {
    return new BoxNeighbourhood(grid, contiguity);
  }

  @Override
  public VoxelGrid places() {
    return grid;
  }

  Contiguity contiguity() {
    return contiguity;
  }

  ColumnsInBox box() {
    return box;
  }

  @Override
  public boolean hasVoxels() {
    return true;
  }

  @Override
  Contacts contacts() {
    return contacts;
  }

  @Override
  int[] order() {
    return box.inRasterOrder();
  }

  @Override
  Map<Integer, List<Peak>> peaks(float[] statistic, int[] labels) {
    return new PeakSearch(this, statistic, labels, order()).peaksOfLabels();
  }

  @Override
  public Extent extent(Cluster cluster) {
    double[][] m = grid.affine().matrix();
    double voxel =
        Math.abs(
            m[0][0] * (m[1][1] * m[2][2] - m[1][2] * m[2][1])
                - m[0][1] * (m[1][0] * m[2][2] - m[1][2] * m[2][0])
                + m[0][2] * (m[1][0] * m[2][1] - m[1][1] * m[2][0]));
    return new Extent(
        Unit.MM3, cluster.size() * voxel, cluster.size() * (double) singlePrecision(m));
  }

  private static float singlePrecision(double[][] matrix) {
    float volume = 1;
    for (int axis = 0; axis < 3; axis++) {
      double square = 0;
      for (int row = 0; row < 3; row++) {
        square += matrix[row][axis] * matrix[row][axis];
      }
      volume *= (float) Math.sqrt(square);
    }
    return volume;
  }
}
