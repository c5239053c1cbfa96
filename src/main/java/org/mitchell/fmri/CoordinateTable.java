package org.mitchell.fmri;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.mitchell.files.InputException;

/**
 * A table of voxel coordinates, one row a voxel column in the order of the responses.
 *
 * <p>Either the places of the voxels' centres in mm (columns {@code x_mm y_mm z_mm} or {@code x y
 * z}), or voxel numbers (columns {@code i j k}, counted from 1 as in CMU's {@code colToCoord}).
 * Other columns are passed over.
 */
final class CoordinateTable {
  /**
   * How far from a voxel's centre a place may lie, in voxels, before it is no voxel of the grid.
   */
  private static final double TOLERANCE = 0.02;

  private CoordinateTable() {}

  static VoxelGrid read(Path file, GridPlacement placement) throws IOException {
    List<TextRow> rows = TextRow.readAll(file);
    if (rows.size() < 2) {
      throw InputException.in(
          file, "no rows of coordinates. A header and one row a voxel are expected");
    }
    List<String> header =
        rows.get(0).cells().stream().map(c -> c.strip().toLowerCase(Locale.ROOT)).toList();
    int[] mm = columns(header, "x_mm", "y_mm", "z_mm");
    mm = mm.length == 3 ? mm : columns(header, "x", "y", "z");
    int[] ijk = columns(header, "i", "j", "k");
    if (mm.length != 3 && ijk.length != 3) {
      throw InputException.in(
          file,
          "line 1: columns x_mm, y_mm, z_mm (or x, y, z; or i, j, k) are expected, got " + header);
    }
    var voxels = new int[rows.size() - 1][];
    for (int column = 0; column < voxels.length; column++) {
      TextRow row = rows.get(column + 1);
      voxels[column] =
          mm.length == 3
              ? voxelAt(file, row, mm, placement.affine())
              : voxelNumbered(file, row, ijk);
    }
    try {
      return VoxelGrid.of(
          placement.dims().orElse(enough(voxels)), placement.affine(), placement.space(), voxels);
    } catch (IllegalArgumentException e) {
      throw InputException.in(file, e.getMessage() + ". --affine says where another grid lies", e);
    }
  }

  private static int[] columns(List<String> header, String... names) {
    return Arrays.stream(names).mapToInt(header::indexOf).filter(c -> c >= 0).toArray();
  }

  private static int[] voxelAt(Path file, TextRow row, int[] columns, Affine affine) {
    double[] mm = Arrays.stream(columns).mapToDouble(c -> row.number(file, c)).toArray();
    double[] exact = affine.toVoxel(mm[0], mm[1], mm[2]);
    var voxel = new int[3];
    for (int axis = 0; axis < 3; axis++) {
      voxel[axis] = (int) Math.rint(exact[axis]);
      if (!(Math.abs(exact[axis] - voxel[axis]) <= TOLERANCE)) {
        throw InputException.in(
            file,
            "line %d: (%s, %s, %s) mm is not the centre of a voxel of this grid. --affine says where another grid lies"
                .formatted(row.line(), mm[0], mm[1], mm[2]));
      }
    }
    return voxel;
  }

  private static int[] voxelNumbered(Path file, TextRow row, int[] columns) {
    var voxel = new int[3];
    for (int axis = 0; axis < 3; axis++) {
      double number = row.number(file, columns[axis]);
      if (number != Math.rint(number) || number < 1) {
        throw InputException.in(
            file,
            "line %d: voxel number %s where 1, 2, 3, ... is expected"
                .formatted(row.line(), number));
      }
      voxel[axis] = (int) number - 1;
    }
    return voxel;
  }

  private static int[] enough(int[][] voxels) {
    var dims = new int[3];
    for (int axis = 0; axis < 3; axis++) {
      int a = axis;
      dims[axis] = Arrays.stream(voxels).mapToInt(v -> v[a] + 1).max().orElse(1);
    }
    return dims;
  }
}
