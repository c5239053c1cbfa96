package org.mitchell.maps.atlas;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.mitchell.files.InputException;
import org.mitchell.fmri.Affine;
import org.mitchell.maps.volumes.VolumeImage;
import org.mitchell.maps.volumes.VolumePlace;

/** An image of labels and the names of the labels. Immutable. */
public final class Atlas {
  /** A half that arithmetic left a hair short is a half: in voxels. */
  private static final double ROUNDING_ERROR = 1e-9;

  /** Labels that are stored with a scale come back as whole numbers but for this. */
  private static final double MOST_FROM_WHOLE = 1e-3;

  private final Path file;
  private final int[] dims;
  private final Affine affine;
  private final List<String> cautions;
  private final int[] labels;
  private final RegionNames names;

  private Atlas(VolumePlace place, int[] labels, RegionNames names) {
    this.file = place.file();
    this.dims = place.dims();
    this.affine = place.affine();
    this.cautions = place.cautions();
    this.labels = labels;
    this.names = names;
  }

  /**
   * Reads an atlas.
   *
   * @param labels a NIfTI image of one volume of whole numbers of any datatype, 0 or NaN where
   *     there is no region; what a scale of the header leaves within a thousandth of a whole number
   *     is one
   * @param names what the numbers are called; see {@link NameTable}
   * @throws InputException if the image has several volumes, does not say where it lies, or has a
   *     value that is no whole number; or, with the line, if the table is no such table
   */
  public static Atlas read(Path labels, Path names) throws IOException {
    VolumeImage image =
        VolumeImage.read(labels)
            .single(
                "a 3-D image of labels is expected. Of an atlas of probabilities take its version"
                    + " with one label a voxel");
    VolumePlace place = image.place().stated();
    return new Atlas(place, wholeNumbers(image), RegionNames.read(names));
  }

  /** What a user should know of where the atlas lies; nothing where all is plain. */
  public List<String> cautions() {
    return cautions;
  }

  /** The file of the labels. */
  public Path file() {
    return file;
  }

  /**
   * The label of the atlas voxel whose centre is nearest to a place in mm; 0 outside the atlas. A
   * place halfway between two voxels takes the one of higher index, as MATLAB's {@code round} of
   * indices from 1 does.
   */
  public int labelAt(double x, double y, double z) {
    double[] exact = affine.toVoxel(x, y, z);
    int index = 0;
    for (int axis = 2; axis >= 0; axis--) {
      double nearest = Math.floor(exact[axis] + 0.5 + ROUNDING_ERROR);
      if (!(nearest >= 0 && nearest < dims[axis])) {
        return 0;
      }
      index = index * dims[axis] + (int) nearest;
    }
    return labels[index];
  }

  RegionNames names() {
    return names;
  }

  MmBox box() {
    return MmBox.of(dims, affine);
  }

  private static int[] wholeNumbers(VolumeImage image) {
    double[] values = image.image().toDoubles();
    int[] dims = image.place().dims();
    var labels = new int[values.length];
    for (int v = 0; v < values.length; v++) {
      double nearest = Double.isNaN(values[v]) ? 0 : Math.rint(values[v]);
      labels[v] = (int) nearest;
      boolean whole = Math.abs(values[v] - nearest) <= MOST_FROM_WHOLE || Double.isNaN(values[v]);
      if (!whole || labels[v] != nearest) {
        throw InputException.in(
            image.file(),
            "voxel (i, j, k) = (%d, %d, %d), counted from 0, has the value %s where the whole number of a label is expected. An atlas must not be interpolated (or must be by nearest neighbour)"
                .formatted(v % dims[0], v / dims[0] % dims[1], v / (dims[0] * dims[1]), values[v]));
      }
    }
    return labels;
  }
}
