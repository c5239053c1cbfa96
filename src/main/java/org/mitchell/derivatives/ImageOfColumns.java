package org.mitchell.derivatives;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.mitchell.files.InputException;
import org.mitchell.fmri.VoxelGrid;
import org.mitchell.nifti.NiftiImage;
import org.mitchell.nifti.NiftiReader;

/**
 * An image that somebody gives, read at the voxels of a model: a NIfTI image on the model's grid,
 * or for voxels without coordinates a table as {@code predict} writes.
 */
public final class ImageOfColumns {
  /** Grids that differ by less at every corner are the same: affines are stored as float32. */
  private static final double SAME_MM = 0.1;

  private ImageOfColumns() {}

  /**
   * @param grid where the model's voxels lie; nothing where they have no coordinates
   * @param voxels how many there are
   * @return a value a voxel column, NaN where the image has none
   * @throws InputException if it is no single image of these voxels, or has no value at any of them
   */
  public static float[] read(Path file, Optional<VoxelGrid> grid, int voxels) throws IOException {
    float[] values = grid.isPresent() ? onGrid(file, grid.get()) : ofTable(file, voxels);
    boolean empty = true;
    for (float value : values) {
      empty &= !Float.isFinite(value);
    }
    if (empty) {
      throw InputException.in(
          file,
          "it has no value at any of the model's %,d voxels: NaN everywhere".formatted(voxels));
    }
    return values;
  }

  private static float[] onGrid(Path file, VoxelGrid grid) throws IOException {
    NiftiImage image = NiftiReader.read(file);
    int[] dims = image.dims();
    long volume = Arrays.stream(dims).limit(3).asLongStream().reduce(1, (a, b) -> a * b);
    if (dims.length < 3 || image.header().voxels() != volume) {
      throw InputException.in(
          file,
          "an image of %s voxels where a single one of %s is expected. Give one volume a file"
              .formatted(Arrays.toString(dims), Arrays.toString(grid.dims())));
    }
    int[] box = Arrays.copyOf(dims, 3);
    if (!Arrays.equals(box, grid.dims())) {
      throw InputException.in(
          file,
          "a grid of %s voxels where the model has %s. Resample the image to the model's grid"
              .formatted(Arrays.toString(box), Arrays.toString(grid.dims())));
    }
    if (!samePlace(image.affine(), grid)) {
      throw InputException.in(
          file,
          "its voxels lie elsewhere than the model's: the affine is %s where the model has %s. Resample the image to the model's grid"
              .formatted(Arrays.deepToString(image.affine()), grid.affine()));
    }
    float[] values = image.floats(0, (int) volume);
    var columns = new float[grid.columns()];
    for (int column = 0; column < columns.length; column++) {
      columns[column] = values[grid.linearIndex(column)];
    }
    return columns;
  }

  private static boolean samePlace(double[][] matrix, VoxelGrid grid) {
    int[] dims = grid.dims();
    for (int corner = 0; corner < 8; corner++) {
      double[] voxel = new double[3];
      for (int axis = 0; axis < 3; axis++) {
        voxel[axis] = (corner >> axis & 1) * (dims[axis] - 1);
      }
      double[] expected = grid.affine().toMm(voxel[0], voxel[1], voxel[2]);
      for (int r = 0; r < 3; r++) {
        double mm = matrix[r][3];
        for (int axis = 0; axis < 3; axis++) {
          mm += matrix[r][axis] * voxel[axis];
        }
        if (!(Math.abs(mm - expected[r]) < SAME_MM)) {
          return false;
        }
      }
    }
    return true;
  }

  private static float[] ofTable(Path file, int voxels) throws IOException {
    String expected =
        "For voxels without coordinates a table is expected, as mitchell predict writes: column,"
            + " response";
    if (file.toString().toLowerCase(Locale.ROOT).matches(".*\\.(nii|hdr|img)(\\.gz)?")) {
      throw InputException.in(file, "the model's voxels have no coordinates. " + expected);
    }
    float[][] volumes = new ColumnTable(file, expected).read();
    if (volumes.length != 1 || volumes[0].length != voxels) {
      throw InputException.in(
          file,
          "%,d columns of %,d values where one of %,d, a voxel of the model each, is expected. %s"
              .formatted(
                  volumes.length, volumes.length == 0 ? 0 : volumes[0].length, voxels, expected));
    }
    return volumes[0];
  }
}
