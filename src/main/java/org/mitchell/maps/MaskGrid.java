package org.mitchell.maps;

import java.io.IOException;
import java.nio.file.Path;
import org.mitchell.files.InputException;
import org.mitchell.fmri.VoxelGrid;
import org.mitchell.maps.volumes.BrainMask;
import org.mitchell.maps.volumes.VolumePlace;

/** A voxel grid from a NIfTI mask: the voxels above zero are in the brain. */
public final class MaskGrid {
  private MaskGrid() {}

  /**
   * @throws InputException if the image has several volumes, does not say where it lies, or no
   *     voxel is above zero
   */
  public static VoxelGrid read(Path file) throws IOException {
    BrainMask mask = BrainMask.read(file);
    VolumePlace place = mask.place().stated();
    return VoxelGrid.ofMask(place.dims(), place.affine(), place.space(), mask.inside());
  }
}
