package org.mitchell.maps.volumes;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.mitchell.files.FileKind;
import org.mitchell.files.InputException;
import org.mitchell.files.InputFiles;
import org.mitchell.fmri.Affine;
import org.mitchell.fmri.Space;
import org.mitchell.nifti.NiftiException;
import org.mitchell.nifti.NiftiHeader;
import org.mitchell.nifti.NiftiPlacement;
import org.mitchell.nifti.NiftiReader;
import org.mitchell.nifti.NiftiUnits;
import org.mitchell.nifti.NiftiXform;

/**
 * Where the voxels of a NIfTI file lie.
 *
 * @param file the file, as messages call it
 * @param header what it says of itself
 */
public record VolumePlace(Path file, NiftiHeader header) {
  private static final int AXES = 3;

  /** Places nearer to each other than this are one. */
  private static final double SAME_MM = 1e-3;

  /** Forms of one image that differ by more than this are in conflict. */
  private static final double APART_MM = 1;

  /**
   * @throws InputException if the file is CIFTI, which has no grid of voxels
   */
  public VolumePlace {
    requireVolumes(file, header);
  }

  /**
   * Reads a header only.
   *
   * @throws InputException if there is no such file, or it is CIFTI
   */
  public static VolumePlace read(Path file) throws IOException {
    InputFiles.requireReadable(file);
    try {
      return new VolumePlace(file, NiftiReader.readHeader(file));
    } catch (NiftiException e) {
      throw named(file, e);
    }
  }

  /**
   * That a file is no NIfTI image but something else.
   *
   * @throws NiftiException the error itself, where the file is one, or of no known kind
   */
  static InputException named(Path file, NiftiException error) throws IOException {
    Optional<String> kind = FileKind.otherThan(file, "NIfTI", "ANALYZE");
    if (kind.isEmpty()) {
      throw error;
    }
    return InputException.in(
        file, "%s where a NIfTI image (.nii, .nii.gz) is expected".formatted(kind.get()), error);
  }

  /** Numbers of voxels along i, j, k; 1 along an axis that the file does not have. */
  public int[] dims() {
    int[] own = header.dims();
    int[] dims = Arrays.copyOf(own, AXES);
    Arrays.fill(dims, Math.min(own.length, AXES), AXES, 1);
    return dims;
  }

  /** How many volumes there are along all further axes. */
  public int volumes() {
    return Arrays.stream(header.dims()).skip(AXES).reduce(1, Math::multiplyExact);
  }

  /** Whether the file says where its voxels lie, and with it which side is left. */
  public boolean isStated() {
    return header.placement() != NiftiPlacement.NONE;
  }

  /**
   * This, if the file says where its voxels lie.
   *
   * @throws InputException if it does not, because what a reader then assumes may be mirrored
   */
  public VolumePlace stated() {
    if (!isStated()) {
      throw InputException.in(
          file,
          "this NIfTI header does not say where the image lies (%s), so that its voxels have no place in mm and left and right would be a guess. Take the file with its affine, or write the affine that you know to be right into it"
              .formatted(whyNot()));
    }
    return this;
  }

  /**
   * The affine from 0-based voxel to mm; a guess where it is not {@link #isStated stated}.
   *
   * @throws InputException if it cannot be inverted
   */
  public Affine affine() {
    try {
      return Affine.of(header.affine());
    } catch (IllegalArgumentException e) {
      throw InputException.in(
          file, "the NIfTI header does not place the voxels: " + e.getMessage());
    }
  }

  /**
   * That another image has the same grid: as many voxels, in the same places.
   *
   * @throws InputException if not; nothing is ever resampled without being asked for
   */
  public void requireSameGrid(VolumePlace other) {
    if (!Arrays.equals(dims(), other.dims())) {
      throw InputException.in(
          file,
          "%s voxels where %s has %s. One grid is expected, and nothing is resampled"
              .formatted(Arrays.toString(dims()), other.file, Arrays.toString(other.dims())));
    }
    double[][] mine = affine().matrix();
    double[][] others = other.affine().matrix();
    for (int row = 0; row < AXES; row++) {
      for (int column = 0; column <= AXES; column++) {
        if (!(Math.abs(mine[row][column] - others[row][column]) <= SAME_MM)) {
          throw InputException.in(
              file,
              "its affine is %s where that of %s is %s. One grid is expected, and nothing is resampled"
                  .formatted(affine(), other.file, other.affine()));
        }
      }
    }
  }

  /** The time from one volume to the next in seconds; nothing where the header does not say it. */
  public Optional<Double> secondsBetweenVolumes() {
    double step = header.pixdim()[AXES + 1];
    return header.dims().length > AXES && step > 0
        ? Optional.of(step * NiftiUnits.seconds(header.xyztUnits()))
        : Optional.empty();
  }

  /** The space that the form in use names; a participant's own where it names none. */
  public Space space() {
    int code = header.xformCode();
    return code == NiftiXform.MNI_152
        ? Space.MNI
        : new Space(Space.INDIVIDUAL.label(), Math.max(Space.INDIVIDUAL.xformCode(), code));
  }

  /** What a user should know of the place before believing it; nothing where all is plain. */
  public List<String> cautions() {
    var cautions = new ArrayList<String>();
    if (header.formsAreMirrored()) {
      cautions.add(
          "sform and qform are mirror images of each other: left and right are as the sform has"
              + " them, and programs that take the qform show them the other way round");
    }
    double apart = header.formsAreMirrored() ? 0 : apart();
    if (apart > APART_MM) {
      cautions.add(
          "sform and qform place voxels up to %.1f mm apart: the sform is taken, and programs that take the qform show them elsewhere"
              .formatted(apart));
    }
    if (header.placement() == NiftiPlacement.QFORM && header.sformCode() > 0) {
      cautions.add(
          "sform_code is %d, but the sform is no affine: the qform is taken"
              .formatted(header.sformCode()));
    }
    double mm = NiftiUnits.mm(header.xyztUnits());
    if (mm != 1) {
      cautions.add(
          "the header measures in %s: turned into mm".formatted(mm > 1 ? "metres" : "micrometres"));
    }
    return List.copyOf(cautions);
  }

  /** How far apart both forms put a corner of the grid, mm; 0 where only one of them is given. */
  private double apart() {
    if (header.sformCode() <= 0
        || header.qformCode() <= 0
        || header.placement() != NiftiPlacement.SFORM) {
      return 0;
    }
    double[][] sform = header.sform();
    double[][] qform = header.qform();
    int[] dims = dims();
    double farthest = 0;
    for (int corner = 0; corner < 1 << AXES; corner++) {
      double squares = 0;
      for (int row = 0; row < AXES; row++) {
        double difference = sform[row][AXES] - qform[row][AXES];
        for (int axis = 0; axis < AXES; axis++) {
          int index = (corner >> axis & 1) * (dims[axis] - 1);
          difference += (sform[row][axis] - qform[row][axis]) * index;
        }
        squares += difference * difference;
      }
      farthest = Math.max(farthest, Math.sqrt(squares));
    }
    return farthest * NiftiUnits.mm(header.xyztUnits());
  }

  private String whyNot() {
    int sform = header.sformCode();
    int qform = header.qformCode();
    return sform <= 0 && qform <= 0
        ? "sform_code and qform_code are 0"
        : "sform_code is %d and qform_code is %d, but neither holds an affine"
            .formatted(sform, qform);
  }

  /** Refuses what is stored in a NIfTI file without being an image of voxels. */
  static void requireVolumes(Path file, NiftiHeader header) {
    if (header.intent().isCifti()) {
      throw InputException.in(
          file,
          "CIFTI (intent_code %d): values of grayordinates, where a NIfTI image of voxels is expected. Take its volume out first: wb_command -cifti-separate %s COLUMN -volume-all OUT.nii.gz"
              .formatted(header.intent().code(), file.getFileName()));
    }
  }
}
