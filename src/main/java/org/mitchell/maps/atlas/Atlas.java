package org.mitchell.maps.atlas;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.mitchell.files.InputException;
import org.mitchell.files.InputFiles;
import org.mitchell.fmri.Affine;
import org.mitchell.nifti.NiftiHeader;
import org.mitchell.nifti.NiftiImage;
import org.mitchell.nifti.NiftiReader;

/** An image of labels and the names of the labels. Immutable. */
public final class Atlas {
  /** A half that arithmetic left a hair short is a half: in voxels. */
  private static final double ROUNDING_ERROR = 1e-9;

  private final Path file;
  private final int[] dims;
  private final Affine affine;
  private final int[] labels;
  private final RegionNames names;

  private Atlas(Path file, NiftiImage image, int[] labels, RegionNames names) {
    this.file = file;
    this.dims = Arrays.copyOf(image.dims(), 3);
    this.affine = Affine.of(image.affine());
    this.labels = labels;
    this.names = names;
  }

  /**
   * Reads an atlas.
   *
   * @param labels a 3-D NIfTI image of whole numbers of any datatype, 0 where there is no region
   * @param names a table of numbers and names, UTF-8, plain or gzipped: separated by tabs or
   *     commas, with a header (a column {@code index}, {@code value} or {@code label} and a column
   *     {@code name}, {@code region} or {@code label}) or without (number and name first); or
   *     separated by blanks, number and name first (FSL's, MRIcron's, FreeSurfer's colour table),
   *     where numbers behind the names are passed over if every row has equally many of them and
   *     the names stay distinct. Lines that begin with # are comments
   * @throws InputException if the image is not 3-D, does not say where it lies, or has a value that
   *     is no whole number; or, with the line, if the table is no such table
   */
  public static Atlas read(Path labels, Path names) throws IOException {
    InputFiles.requireReadable(labels);
    NiftiImage image = NiftiReader.read(labels);
    require3d(labels, image.dims());
    requirePlace(labels, image.header());
    return new Atlas(labels, image, wholeNumbers(labels, image), RegionNames.read(names));
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

  private static void require3d(Path file, int[] dims) {
    boolean volume = dims.length >= 3 && Arrays.stream(dims).skip(3).allMatch(n -> n == 1);
    if (!volume) {
      throw InputException.in(
          file,
          "an image of %s voxels where a 3-D image of labels is expected. Of an atlas of probabilities take its version with one label a voxel"
              .formatted(Arrays.toString(dims)));
    }
  }

  private static void requirePlace(Path file, NiftiHeader header) {
    if (header.sformCode() <= 0 && header.qformCode() <= 0) {
      throw InputException.in(
          file,
          "the header does not say where the image lies (sform_code and qform_code are 0), so that"
              + " its voxels have no place in mm. Take the atlas in its NIfTI form with an affine");
    }
  }

  private static int[] wholeNumbers(Path file, NiftiImage image) {
    double[] values = image.toDoubles();
    int[] dims = image.dims();
    var labels = new int[values.length];
    for (int v = 0; v < values.length; v++) {
      labels[v] = (int) values[v];
      if (labels[v] != values[v]) {
        throw InputException.in(
            file,
            "voxel (i, j, k) = (%d, %d, %d), counted from 0, has the value %s where the whole number of a label is expected. An atlas must not be interpolated (or must be by nearest neighbour)"
                .formatted(v % dims[0], v / dims[0] % dims[1], v / (dims[0] * dims[1]), values[v]));
      }
    }
    return labels;
  }
}
