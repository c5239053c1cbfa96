package org.mitchell.derivatives;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.mitchell.files.InputException;
import org.mitchell.fmri.Affine;
import org.mitchell.fmri.Grayordinates;
import org.mitchell.fmri.Parcellation;
import org.mitchell.fmri.VoxelGrid;
import org.mitchell.fmri.VoxelPlaces;
import org.mitchell.maps.grayordinates.GrayordinateMaps;
import org.mitchell.maps.volumes.VolumeImage;
import org.mitchell.maps.volumes.VolumePlace;
import org.mitchell.provenance.TypedCommand;
import org.mitchell.text.Counted;

/**
 * An image that somebody gives, read at the voxels of a model: a NIfTI image on the model's grid, a
 * GIFTI or CIFTI map of its grayordinates, or for voxels without coordinates a table as {@code
 * predict} writes.
 */
public final class ImageOfColumns {
  private ImageOfColumns() {}

  /**
   * @param places where the model's voxels lie; nothing where they have no coordinates
   * @param voxels how many there are
   * @return a value a voxel column, NaN where the image has none
   * @throws InputException if it is no single image of these voxels, or has no value at any of them
   */
  public static float[] read(Path file, Optional<? extends VoxelPlaces> places, int voxels)
      throws IOException {
    return read(file, places, voxels, column -> 0);
  }

  /**
   * As {@link #read(Path, Optional, int)}, less a value of each voxel column, which is taken off
   * before values are rounded: far from zero they would lose their digits.
   */
  public static float[] read(
      Path file, Optional<? extends VoxelPlaces> places, int voxels, IntToDoubleFunction offset)
      throws IOException {
    if (places.isEmpty()) {
      return withValues(file, ofTable(file, voxels, offset));
    }
    if (places.get() instanceof Parcellation parcels) {
      return withValues(file, ofParcels(file, parcels, offset));
    }
    return withValues(
        file,
        places.get() instanceof Grayordinates surfaces
            ? onSurfaces(file, surfaces, offset)
            : onGrid(VolumeImage.read(file), (VoxelGrid) places.get(), offset));
  }

  private static float[] ofParcels(Path file, Parcellation parcels, IntToDoubleFunction offset)
      throws IOException {
    VoxelPlaces voxels = parcels.voxels();
    float[] means = parcels.means(read(file, Optional.of(voxels), voxels.columns()));
    for (int column = 0; column < means.length; column++) {
      means[column] = (float) (means[column] - offset.applyAsDouble(column));
    }
    return means;
  }

  /** Of two hemispheres the other one's file is beside that which is given. */
  private static float[] onSurfaces(Path file, Grayordinates places, IntToDoubleFunction offset)
      throws IOException {
    float[] values =
        places.gather(GrayordinateMaps.one(file, places.form(), places.models(), "an image"));
    for (int column = 0; column < values.length; column++) {
      values[column] = (float) (values[column] - offset.applyAsDouble(column));
    }
    return values;
  }

  /**
   * Reads a NIfTI image from a stream, which stays open.
   *
   * @param name what error messages call it
   * @param grid where the model's voxels lie
   * @return a value a voxel column, NaN where the image has none
   * @throws InputException if it is no single image of these voxels, or has no value at any of them
   */
  public static float[] read(InputStream stream, Path name, VoxelGrid grid) throws IOException {
    return withValues(name, onGrid(VolumeImage.read(stream, name), grid, column -> 0));
  }

  private static float[] withValues(Path file, float[] values) {
    boolean empty = true;
    for (float value : values) {
      empty &= !Float.isFinite(value);
    }
    if (empty) {
      throw InputException.in(
          file,
          "it has no value at any of the model's %s: NaN everywhere"
              .formatted(Counted.of(values.length, "voxel")));
    }
    return values;
  }

  private static float[] onGrid(VolumeImage image, VoxelGrid grid, IntToDoubleFunction offset) {
    String one =
        "a single one of %s is expected. Give one volume a file"
            .formatted(Arrays.toString(grid.dims()));
    VolumePlace place = image.single(one).place();
    if (!Arrays.equals(place.dims(), grid.dims())) {
      throw InputException.in(
          image.file(),
          "a grid of %s voxels where the model has %s. Resample the image to the model's grid"
              .formatted(Arrays.toString(place.dims()), Arrays.toString(grid.dims())));
    }
    Affine affine = place.stated().affine();
    if (!grid.samePlace(affine)) {
      throw InputException.in(
          image.file(),
          "its voxels lie elsewhere than the model's: the affine is %s where the model has %s. Resample the image to the model's grid"
              .formatted(affine, grid.affine()));
    }
    double[] values = image.image().toDoubles();
    var columns = new float[grid.columns()];
    for (int column = 0; column < columns.length; column++) {
      columns[column] = (float) (values[grid.linearIndex(column)] - offset.applyAsDouble(column));
    }
    return columns;
  }

  private static float[] ofTable(Path file, int voxels, IntToDoubleFunction offset)
      throws IOException {
    String expected =
        "For voxels without coordinates a table is expected, as "
            + TypedCommand.mitchell("predict")
            + " writes: column, response";
    if (file.toString().toLowerCase(Locale.ROOT).matches(".*\\.(nii|hdr|img)(\\.gz)?")) {
      throw InputException.in(file, "the model's voxels have no coordinates. " + expected);
    }
    float[][] volumes = new ColumnTable(file, expected).read(offset);
    if (volumes.length != 1 || volumes[0].length != voxels) {
      throw InputException.in(
          file,
          "%s of %s where one of %,d, a voxel of the model each, is expected. %s"
              .formatted(
                  Counted.of(volumes.length, "column"),
                  Counted.of(volumes.length == 0 ? 0 : volumes[0].length, "value"),
                  voxels,
                  expected));
    }
    return volumes[0];
  }
}
