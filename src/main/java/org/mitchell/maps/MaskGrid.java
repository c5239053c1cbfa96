package org.mitchell.maps;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.mitchell.files.InputException;
import org.mitchell.fmri.Affine;
import org.mitchell.fmri.Space;
import org.mitchell.fmri.VoxelGrid;
import org.mitchell.nifti.NiftiHeader;
import org.mitchell.nifti.NiftiImage;
import org.mitchell.nifti.NiftiReader;
import org.mitchell.nifti.NiftiXform;

/** A voxel grid from a NIfTI mask: the voxels above zero are in the brain. */
public final class MaskGrid {
  private MaskGrid() {}

  /**
   * @throws InputException if the image is not 3-D, or no voxel is above zero
   */
  public static VoxelGrid read(Path file) throws IOException {
    NiftiImage mask = NiftiReader.read(file);
    int[] dims = mask.dims();
    if (dims.length != 3) {
      throw InputException.in(
          file,
          "an image of %s voxels where a 3-D mask is expected".formatted(Arrays.toString(dims)));
    }
    double[] values = mask.toDoubles();
    var inMask = new boolean[values.length];
    int voxels = 0;
    for (int index = 0; index < values.length; index++) {
      inMask[index] = values[index] > 0;
      voxels += inMask[index] ? 1 : 0;
    }
    if (voxels == 0) {
      throw InputException.in(file, "no voxel is above zero. A mask has 1 inside the brain");
    }
    return VoxelGrid.ofMask(dims, Affine.of(mask.affine()), space(mask.header()), inMask);
  }

  /** The space that a header's form codes name; a participant's own where they name none. */
  public static Space space(NiftiHeader header) {
    int code = header.sformCode() > 0 ? header.sformCode() : header.qformCode();
    return code == NiftiXform.MNI_152
        ? Space.MNI
        : new Space(Space.INDIVIDUAL.label(), Math.max(1, code));
  }
}
