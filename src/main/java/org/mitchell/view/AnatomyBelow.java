package org.mitchell.view;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mitchell.files.InputException;
import org.mitchell.fmri.Affine;
import org.mitchell.fmri.VoxelGrid;
import org.mitchell.maps.volumes.Anatomy;
import org.mitchell.nifti.NiftiImage;

/** The anatomy that brains are shown on. It is read when it is first asked for. */
public final class AnatomyBelow {
  private static final double FINE_MM = 2;
  private static final double COARSE_MM = 3;

  private final Path file;
  private final Map<Double, NiftiImage> images = new HashMap<>();
  private List<String> cautions = List.of();

  public AnatomyBelow(Path file) {
    this.file = file;
  }

  /** What the page says of it. */
  synchronized String inWords() {
    String note = cautions.isEmpty() ? "" : " " + String.join("; ", cautions) + ".";
    return "Below the brains: %s.%s".formatted(file.getFileName(), note);
  }

  /** In voxels of about 2 mm, or of 3 mm where it is drawn slowly; 0 around the head. */
  synchronized NiftiImage image(boolean coarse) throws IOException {
    double mm = coarse ? COARSE_MM : FINE_MM;
    NiftiImage image = images.get(mm);
    if (image == null) {
      Anatomy anatomy = Anatomy.read(file);
      cautions = anatomy.cautions();
      image = anatomy.withoutAir(mm);
      images.put(mm, image);
    }
    return image;
  }

  /**
   * @throws InputException if it cannot be read, or no voxel of a participant lies in it
   */
  public void requireBelow(VoxelGrid grid, String subject) throws IOException {
    NiftiImage anatomy = image(false);
    Affine affine = Affine.of(anatomy.affine());
    int[] dims = anatomy.dims();
    for (int column = 0; column < grid.columns(); column++) {
      double[] mm = grid.mm(column);
      double[] voxel = affine.toVoxel(mm[0], mm[1], mm[2]);
      boolean inside = true;
      for (int axis = 0; axis < 3; axis++) {
        inside &= voxel[axis] > -.5 && voxel[axis] < dims[axis] - .5;
      }
      if (inside) {
        return;
      }
    }
    throw InputException.in(
        file,
        "no voxel of participant %s lies in this image. Are both in the same space?"
            .formatted(subject));
  }
}
