package org.mitchell.maps.volumes;

import java.io.IOException;
import java.nio.file.Path;
import org.mitchell.files.InputException;
import org.mitchell.fmri.VoxelGrid;

/**
 * Which voxels of a box are brain.
 *
 * @param place where the box lies
 * @param inside whether each voxel is brain, i fastest. Not copied
 */
public record BrainMask(VolumePlace place, boolean[] inside) {
  /**
   * Reads a mask: brain is where the image is above zero and finite. An image with further axes is
   * taken if there is only one volume.
   *
   * @throws InputException if there are several volumes, or no voxel is above zero
   */
  public static BrainMask read(Path file) throws IOException {
    VolumeImage image = VolumeImage.read(file).single("a 3-D mask is expected. Choose one volume");
    float[] values = image.floats(0);
    var inside = new boolean[values.length];
    int voxels = 0;
    for (int index = 0; index < values.length; index++) {
      inside[index] = values[index] > 0 && Float.isFinite(values[index]);
      voxels += inside[index] ? 1 : 0;
    }
    if (voxels == 0) {
      throw InputException.in(file, "no voxel is above zero. A mask has 1 inside the brain");
    }
    return new BrainMask(image.place(), inside);
  }

  /**
   * A column each voxel of the brain, in the order of the box.
   *
   * @throws InputException if the mask does not say where it lies
   */
  public VoxelGrid grid() {
    VolumePlace stated = place.stated();
    return VoxelGrid.ofMask(stated.dims(), stated.affine(), stated.space(), inside);
  }
}
