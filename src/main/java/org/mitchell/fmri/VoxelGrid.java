package org.mitchell.fmri;

import java.util.Arrays;
import java.util.HashMap;
import org.mitchell.files.InputException;

/**
 * Where the voxel columns of a participant lie: a box of voxels, its affine, and the box's voxels
 * that are in the brain.
 *
 * <p>A column is a voxel's place in the participant's responses (0-based); a linear index is its
 * place in the box, i fastest, as in a NIfTI file: i + nx (j + ny k).
 */
public final class VoxelGrid implements PartOfWhole {
  /** Places nearer to each other than this are one. */
  private static final double SAME_MM = 0.1;

  private final int[] dims;
  private final Affine affine;
  private final Space space;
  private final int[] linearIndices;

  private VoxelGrid(int[] dims, Affine affine, Space space, int[] linearIndices) {
    this.dims = dims;
    this.affine = affine;
    this.space = space;
    this.linearIndices = linearIndices;
  }

  /**
   * @param dims numbers of voxels along i, j, k
   * @param voxels columns x 3, 0-based (i, j, k)
   * @throws IllegalArgumentException if a voxel lies outside the box or occurs twice; the message
   *     gives the column
   */
  public static VoxelGrid of(int[] dims, Affine affine, Space space, int[][] voxels) {
    requireBox(dims);
    // A map and not an array of the box's size: a damaged file may state a box of any size.
    var columnAt = new HashMap<Integer, Integer>();
    var linear = new int[voxels.length];
    for (int column = 0; column < voxels.length; column++) {
      linear[column] = linearIndex(dims, voxels[column], column);
      Integer former = columnAt.put(linear[column], column);
      if (former != null) {
        throw new IllegalArgumentException(
            "voxel columns %d and %d are both at (i, j, k) = %s, counted from 0"
                .formatted(former, column, Arrays.toString(voxels[column])));
      }
    }
    return new VoxelGrid(dims.clone(), affine, space, linear);
  }

  /** A grid whose columns are the true voxels of a mask, in the order of the box. */
  public static VoxelGrid ofMask(int[] dims, Affine affine, Space space, boolean[] inMask) {
    requireBox(dims);
    var linear = new int[inMask.length];
    int columns = 0;
    for (int index = 0; index < inMask.length; index++) {
      if (inMask[index]) {
        linear[columns++] = index;
      }
    }
    return new VoxelGrid(dims.clone(), affine, space, Arrays.copyOf(linear, columns));
  }

  /** Numbers of voxels of the box along i, j, k. */
  public int[] dims() {
    return dims.clone();
  }

  /** How many voxels the box has, in the brain or not. */
  public int boxSize() {
    return dims[0] * dims[1] * dims[2];
  }

  public Affine affine() {
    return affine;
  }

  @Override
  public Space space() {
    return space;
  }

  /** How many voxels are in the brain. */
  @Override
  public int columns() {
    return linearIndices.length;
  }

  /** Where a column lies in the box, i fastest. */
  public int linearIndex(int column) {
    return linearIndices[column];
  }

  /** The 0-based (i, j, k) of a column. */
  public int[] voxel(int column) {
    int index = linearIndices[column];
    return new int[] {index % dims[0], index / dims[0] % dims[1], index / (dims[0] * dims[1])};
  }

  /** The place of a column's centre in mm. */
  public double[] mm(int column) {
    int[] voxel = voxel(column);
    return affine.toMm(voxel[0], voxel[1], voxel[2]);
  }

  /** The same grid with only some of its columns, in the order given. */
  @Override
  public VoxelGrid select(int[] columns) {
    return new VoxelGrid(
        dims, affine, space, Arrays.stream(columns).map(c -> linearIndices[c]).toArray());
  }

  @Override
  public String inWords() {
    return "voxels of a box";
  }

  @Override
  public boolean isSame(VoxelPlaces other) {
    return other instanceof VoxelGrid that
        && Arrays.equals(dims, that.dims)
        && Arrays.equals(linearIndices, that.linearIndices)
        && samePlace(that.affine);
  }

  /**
   * Whether another affine puts every corner of this box where this grid's own does: affines from
   * files are rounded to float32.
   */
  public boolean samePlace(Affine other) {
    for (int corner = 0; corner < 8; corner++) {
      var voxel = new double[3];
      for (int axis = 0; axis < 3; axis++) {
        voxel[axis] = (corner >> axis & 1) * (dims[axis] - 1);
      }
      double[] own = affine.toMm(voxel[0], voxel[1], voxel[2]);
      double[] theirs = other.toMm(voxel[0], voxel[1], voxel[2]);
      for (int axis = 0; axis < 3; axis++) {
        if (!(Math.abs(own[axis] - theirs[axis]) < SAME_MM)) {
          return false;
        }
      }
    }
    return true;
  }

  @Override
  public int wholeSize() {
    return boxSize();
  }

  @Override
  public int placeInWhole(int column) {
    return linearIndices[column];
  }

  @Override
  public VoxelGrid ofWhole(boolean[] taken) {
    return ofMask(dims, affine, space, taken);
  }

  @Override
  public void requireSameWhole(String subject, String other, PartOfWhole theirs) {
    if (!(theirs instanceof VoxelGrid grid)) {
      throw otherKind(subject, other, theirs);
    }
    if (!Arrays.equals(dims, grid.dims)) {
      throw new InputException(
          "participants %s and %s have different voxel grids: %s and %s voxels. Voxels are compared on one grid: resample the responses to it"
              .formatted(subject, other, Arrays.toString(dims), Arrays.toString(grid.dims)));
    }
    if (!samePlace(grid.affine)) {
      throw new InputException(
          "the voxel grids of participants %s and %s lie in different places: affines %s and %s. Voxels are compared on one grid: resample the responses to it"
              .formatted(subject, other, affine, grid.affine));
    }
    requireSameSpace(subject, other, theirs);
  }

  private static void requireBox(int[] dims) {
    long size = 1;
    for (int n : dims) {
      size = n < 1 ? -1 : size * n;
      if (size < 1 || size > Integer.MAX_VALUE - 8) {
        throw new IllegalArgumentException(
            "a voxel grid of " + Arrays.toString(dims) + " voxels is not possible");
      }
    }
  }

  private static int linearIndex(int[] dims, int[] voxel, int column) {
    for (int axis = 0; axis < 3; axis++) {
      if (voxel[axis] < 0 || voxel[axis] >= dims[axis]) {
        throw new IllegalArgumentException(
            "voxel column %d is at (i, j, k) = %s, counted from 0, outside the grid of %s voxels"
                .formatted(column, Arrays.toString(voxel), Arrays.toString(dims)));
      }
    }
    return voxel[0] + dims[0] * (voxel[1] + dims[1] * voxel[2]);
  }
}
