package org.mitchell.fmri;

import java.util.Arrays;
import java.util.List;
import org.mitchell.files.InputException;
import org.mitchell.files.Remedy;

/**
 * The voxels that several participants have in common: of one box, those that enough of them have.
 */
public final class CommonGrid {
  private final VoxelGrid grid;
  private final int[][] columnOf;
  private final int[] participants;
  private final int voxelsOfAny;

  private CommonGrid(VoxelGrid grid, int[][] columnOf, int[] participants, int voxelsOfAny) {
    this.grid = grid;
    this.columnOf = columnOf;
    this.participants = participants;
    this.voxelsOfAny = voxelsOfAny;
  }

  /**
   * @param subjects the participants' labels, for messages
   * @param grids of the participants
   * @param atLeast how many participants must have a voxel
   * @throws InputException if two grids lie differently, or no voxel is shared by so many
   */
  public static CommonGrid of(List<String> subjects, List<VoxelGrid> grids, int atLeast) {
    VoxelGrid first = grids.get(0);
    for (int k = 1; k < grids.size(); k++) {
      requireSamePlace(subjects.get(0), first, subjects.get(k), grids.get(k));
    }
    var counts = new int[first.boxSize()];
    for (VoxelGrid own : grids) {
      for (int column = 0; column < own.columns(); column++) {
        counts[own.linearIndex(column)]++;
      }
    }
    var shared = new boolean[counts.length];
    int any = 0;
    for (int index = 0; index < counts.length; index++) {
      shared[index] = counts[index] >= atLeast;
      any += counts[index] > 0 ? 1 : 0;
    }
    VoxelGrid grid = VoxelGrid.ofMask(first.dims(), first.affine(), first.space(), shared);
    if (grid.columns() == 0) {
      throw new InputException(
          "no voxel is shared by %d of the participants %s: their brains lie apart on the grid"
              .formatted(atLeast, String.join(", ", subjects)));
    }
    var participants = new int[grid.columns()];
    Arrays.setAll(participants, v -> counts[grid.linearIndex(v)]);
    int[][] columnOf = grids.stream().map(own -> columns(grid, own)).toArray(int[][]::new);
    return new CommonGrid(grid, columnOf, participants, any);
  }

  /** The shared voxels, a column each, in the order of the box. */
  public VoxelGrid grid() {
    return grid;
  }

  public int voxels() {
    return grid.columns();
  }

  /** How many participants have a voxel, a number a shared voxel. A copy. */
  public int[] participants() {
    return participants.clone();
  }

  /** How many participants have the voxel that the fewest have. */
  public int fewest() {
    return Arrays.stream(participants).min().orElseThrow();
  }

  /** How many voxels at least one participant has. */
  public int voxelsOfAny() {
    return voxelsOfAny;
  }

  /**
   * The columns of a participant's own grid, a shared voxel each; -1 where it has no such voxel. A
   * copy.
   */
  public int[] columns(int participant) {
    return columnOf[participant].clone();
  }

  /**
   * A participant's map on the shared voxels; NaN where it has no voxel or no value.
   *
   * @param participant its number
   * @param map a value a voxel column of its own grid
   */
  public double[] shared(int participant, double[] map) {
    int[] columns = columnOf[participant];
    var values = new double[columns.length];
    Arrays.setAll(values, v -> columns[v] < 0 ? Double.NaN : map[columns[v]]);
    return values;
  }

  /**
   * The mean over the participants that have a value, on the shared voxels; NaN where none has.
   *
   * @param maps of all participants, each on its own grid
   */
  public double[] mean(List<double[]> maps) {
    Sums sums = sums();
    for (int k = 0; k < columnOf.length; k++) {
      sums.add(k, maps.get(k));
    }
    return sums.means();
  }

  /** A mean over participants whose maps come one after another. */
  public Sums sums() {
    return new Sums();
  }

  /** Sums over the participants so far, on the shared voxels. */
  public final class Sums {
    private final double[] sums = new double[voxels()];
    private final int[] numbers = new int[voxels()];

    /** As {@link #shared}; voxels without a value do not count. */
    public void add(int participant, double[] map) {
      int[] columns = columnOf[participant];
      for (int v = 0; v < sums.length; v++) {
        int column = columns[v];
        if (column >= 0 && !Double.isNaN(map[column])) {
          sums[v] += map[column];
          numbers[v]++;
        }
      }
    }

    /** The mean over the participants that have a value; NaN where none has. */
    public double[] means() {
      var means = new double[sums.length];
      Arrays.setAll(means, v -> sums[v] / numbers[v]);
      return means;
    }
  }

  private static int[] columns(VoxelGrid shared, VoxelGrid own) {
    var columnAt = new int[own.boxSize()];
    Arrays.fill(columnAt, -1);
    for (int column = 0; column < own.columns(); column++) {
      columnAt[own.linearIndex(column)] = column;
    }
    var columns = new int[shared.columns()];
    Arrays.setAll(columns, v -> columnAt[shared.linearIndex(v)]);
    return columns;
  }

  private static void requireSamePlace(
      String subject, VoxelGrid grid, String other, VoxelGrid otherGrid) {
    if (!Arrays.equals(grid.dims(), otherGrid.dims())) {
      throw new InputException(
          "participants %s and %s have different voxel grids: %s and %s voxels. Voxels are compared on one grid: resample the responses to it"
              .formatted(
                  subject, other, Arrays.toString(grid.dims()), Arrays.toString(otherGrid.dims())));
    }
    if (!grid.samePlace(otherGrid.affine())) {
      throw new InputException(
          "the voxel grids of participants %s and %s lie in different places: affines %s and %s. Voxels are compared on one grid: resample the responses to it"
              .formatted(subject, other, grid.affine(), otherGrid.affine()));
    }
    if (!grid.space().equals(otherGrid.space())) {
      throw new InputException(
          "participants %s and %s lie in different spaces, %s and %s: a voxel is not the same place in both"
              .formatted(subject, other, grid.space().label(), otherGrid.space().label()),
          Remedy.NAME_THE_SPACE);
    }
  }
}
