package org.mitchell.maps.atlas;

import java.math.BigDecimal;
import java.math.MathContext;
import org.mitchell.fmri.Affine;
import org.mitchell.fmri.VoxelGrid;

/** What a set of voxels' centres spans along x, y, z, in mm. */
final class MmBox {
  private final double[] least = {
    Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY
  };
  private final double[] most = {
    Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY
  };

  private MmBox() {}

  /** The box of a whole image. */
  static MmBox of(int[] dims, Affine affine) {
    var box = new MmBox();
    for (int corner = 0; corner < 8; corner++) {
      box.add(
          affine.toMm(
              (corner & 1) == 0 ? 0 : dims[0] - 1,
              (corner & 2) == 0 ? 0 : dims[1] - 1,
              (corner & 4) == 0 ? 0 : dims[2] - 1));
    }
    return box;
  }

  /** The box of a grid's voxel columns. */
  static MmBox of(VoxelGrid grid) {
    var box = new MmBox();
    for (int column = 0; column < grid.columns(); column++) {
      box.add(grid.mm(column));
    }
    return box;
  }

  private void add(double[] mm) {
    for (int axis = 0; axis < 3; axis++) {
      least[axis] = Math.min(least[axis], mm[axis]);
      most[axis] = Math.max(most[axis], mm[axis]);
    }
  }

  /** For instance {@code x -90 to 90, y -126 to 91, z -72 to 109.5}. */
  @Override
  public String toString() {
    return "x %s to %s, y %s to %s, z %s to %s"
        .formatted(
            text(least[0]),
            text(most[0]),
            text(least[1]),
            text(most[1]),
            text(least[2]),
            text(most[2]));
  }

  private static String text(double mm) {
    return new BigDecimal(mm).round(new MathContext(4)).stripTrailingZeros().toPlainString();
  }
}
