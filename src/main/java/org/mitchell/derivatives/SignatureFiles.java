package org.mitchell.derivatives;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mitchell.encoding.Signatures;
import org.mitchell.files.InputException;
import org.mitchell.fmri.Affine;
import org.mitchell.fmri.Grayordinates;
import org.mitchell.fmri.Space;
import org.mitchell.fmri.VoxelGrid;
import org.mitchell.maps.grayordinates.GrayordinateMaps;
import org.mitchell.maps.grayordinates.HemispherePair;
import org.mitchell.maps.volumes.BrainMask;
import org.mitchell.maps.volumes.VolumePlace;
import org.mitchell.maps.volumes.VolumeSeries;

/**
 * Signatures as a fit wrote them, read back: an image with its brain mask, or a table of voxel
 * columns.
 */
final class SignatureFiles {
  private static final String AGAIN = ". Fit the participant again";

  private SignatureFiles() {}

  /** The voxels of the brain mask beside an image of signatures, in the order of the box. */
  static VoxelGrid grid(Path signatures, int[] dims, Affine affine, Space space)
      throws IOException {
    Path mask = mask(signatures);
    BrainMask brain = BrainMask.read(mask);
    if (!Arrays.equals(brain.place().dims(), dims)) {
      throw InputException.in(
          mask,
          "%s voxels where the model has %s"
                  .formatted(Arrays.toString(brain.place().dims()), Arrays.toString(dims))
              + AGAIN);
    }
    return VoxelGrid.ofMask(dims, affine, space, brain.inside());
  }

  /**
   * Goes over the volumes of an image.
   *
   * @param visitor sees a value a voxel of the grid, of images of its box
   * @return how many volumes there are
   */
  static int overImage(InputStream image, Path file, VoxelGrid grid, Signatures.Visitor visitor)
      throws IOException {
    VolumePlace place =
        VolumeSeries.read(
            image,
            file,
            (volume, values) -> {
              if (values.length == grid.boxSize()) {
                visitor.visit(volume, columns(values, grid));
              }
            });
    if (!Arrays.equals(place.dims(), grid.dims())) {
      throw InputException.in(
          file,
          "%s voxels where the model has %s"
                  .formatted(Arrays.toString(place.dims()), Arrays.toString(grid.dims()))
              + AGAIN);
    }
    return place.volumes();
  }

  private static float[] columns(float[] values, VoxelGrid grid) {
    var columns = new float[grid.columns()];
    for (int column = 0; column < columns.length; column++) {
      columns[column] = values[grid.linearIndex(column)];
    }
    return columns;
  }

  /** The grayordinates of the brain mask beside signatures of such. */
  static Grayordinates places(Path signatures, Surfaces surfaces) throws IOException {
    Path file = mask(signatures);
    GrayordinateMaps mask = GrayordinateMaps.read(surfaces.form(), files(file, surfaces));
    int[] indices =
        IntStream.range(0, mask.models().count()).filter(g -> mask.values()[0][g] > 0).toArray();
    return Grayordinates.of(surfaces.form(), mask.models(), surfaces.space(), indices);
  }

  /** Features x voxels, voxels in the order of the grayordinates. */
  static float[][] ofGrayordinates(Path file, Surfaces surfaces, Grayordinates places)
      throws IOException {
    GrayordinateMaps maps = GrayordinateMaps.read(surfaces.form(), files(file, surfaces));
    maps.requireSame(places.models());
    return Arrays.stream(maps.values()).map(places::gather).toArray(float[][]::new);
  }

  /** A file, and that of the other hemisphere where it is of surfaces and there is one. */
  static List<Path> files(Path file, Optional<Surfaces> surfaces) {
    return surfaces.isPresent() ? files(file, surfaces.get()) : List.of(file);
  }

  /** A file, and that of the other hemisphere where there is one. */
  static List<Path> files(Path file, Surfaces surfaces) {
    return surfaces.pair()
        ? List.of(file, HemispherePair.named(file).orElseThrow())
        : List.of(file);
  }

  /** Features x voxels, voxels in the order of the rows. */
  static float[][] ofTable(Path file) throws IOException {
    return new ColumnTable(file, AGAIN.substring(2)).read();
  }

  /** Where the stability map lies that was written beside the signatures. */
  static Path stability(Path signatures) {
    String name = signatures.getFileName().toString();
    return signatures.resolveSibling(
        name.replace("_desc-signatures_statmap", "_stat-stability_statmap"));
  }

  /** Where the labels of parcels lie that were written beside the signatures. */
  static Path parcels(Path signatures) {
    String name = signatures.getFileName().toString();
    return signatures.resolveSibling(
        name.replace("_desc-signatures_statmap", "_desc-parcels_dseg"));
  }

  /** Where the brain mask lies that was written beside the signatures. */
  static Path mask(Path signatures) {
    String name = signatures.getFileName().toString();
    return signatures.resolveSibling(name.replace("_desc-signatures_statmap", "_desc-brain_mask"));
  }
}
