package org.mitchell.fmri;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mitchell.files.InputException;
import org.mitchell.files.Remedy;
import org.mitchell.tables.TableKind;
import org.mitchell.tables.TableRow;
import org.mitchell.tables.TableRules;
import org.mitchell.tables.TextTable;

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

  static VoxelGrid read(Path file, ReadOptions options) throws IOException {
    GridPlacement placement = options.placement().orElse(GridPlacement.CMU);
    TableRules rules = TableRules.of(options.encoding(), note -> {});
    Optional<TextTable> table = TextTable.open(file, rules, TableKind.numbers(Set.of()));
    List<int[]> voxels = table.isPresent() ? voxels(table.get(), placement) : List.of();
    if (voxels.isEmpty()) {
      throw InputException.in(
          file, "no rows of coordinates. A header and one row a voxel are expected");
    }
    int[][] all = voxels.toArray(int[][]::new);
    try {
      return VoxelGrid.of(
          placement.dims().orElse(enough(all)), placement.affine(), placement.space(), all);
    } catch (IllegalArgumentException e) {
      throw InputException.in(file, e.getMessage(), Remedy.OTHER_GRID, e);
    }
  }

  private static List<int[]> voxels(TextTable table, GridPlacement placement) throws IOException {
    List<String> header =
        table.hasHeader()
            ? table.columns().stream().map(name -> name.toLowerCase(Locale.ROOT)).toList()
            : List.of();
    int[] named = columns(header, "x_mm", "y_mm", "z_mm");
    int[] mm = named.length == 3 ? named : columns(header, "x", "y", "z");
    int[] ijk = columns(header, "i", "j", "k");
    if (mm.length != 3 && ijk.length != 3) {
      throw InputException.in(
          table.file(),
          "line %d: columns x_mm, y_mm, z_mm (or x, y, z; or i, j, k) are expected, got %s"
              .formatted(table.firstLine(), header.isEmpty() ? "no header" : header));
    }
    var voxels = new ArrayList<int[]>();
    table.rows(
        row ->
            voxels.add(
                mm.length == 3 ? voxelAt(row, mm, placement.affine()) : voxelNumbered(row, ijk)));
    return voxels;
  }

  private static int[] columns(List<String> header, String... names) {
    return Arrays.stream(names).mapToInt(header::indexOf).filter(c -> c >= 0).toArray();
  }

  private static int[] voxelAt(TableRow row, int[] columns, Affine affine) {
    double[] mm = Arrays.stream(columns).mapToDouble(row::number).toArray();
    double[] exact = affine.toVoxel(mm[0], mm[1], mm[2]);
    var voxel = new int[3];
    for (int axis = 0; axis < 3; axis++) {
      voxel[axis] = (int) Math.rint(exact[axis]);
      if (!(Math.abs(exact[axis] - voxel[axis]) <= TOLERANCE)) {
        throw row.problem(
            "(%s, %s, %s) mm is not the centre of a voxel of this grid. %s"
                .formatted(mm[0], mm[1], mm[2], Remedy.OTHER_GRID.words()));
      }
    }
    return voxel;
  }

  private static int[] voxelNumbered(TableRow row, int[] columns) {
    var voxel = new int[3];
    for (int axis = 0; axis < 3; axis++) {
      double number = row.number(columns[axis]);
      if (number != Math.rint(number) || number < 1) {
        throw row.problem("voxel number %s where 1, 2, 3, ... is expected".formatted(number));
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
