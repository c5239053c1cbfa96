package org.mitchell.images;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.mitchell.fmri.Space;
import org.mitchell.fmri.VoxelPlaces;

/** Images whose values are of the voxels of one box. */
interface BoxImages extends ImageSource {
  /** The box. */
  VolumeBox box();

  @Override
  default int values() {
    return box().voxels();
  }

  @Override
  default String unit() {
    return "voxel";
  }

  @Override
  default float[] other(Path file, boolean nearest, String what) throws IOException {
    return box().other(file, nearest, what);
  }

  @Override
  default VoxelPlaces places(Columns columns, Optional<Space> space) {
    return box().places(columns, space);
  }
}
