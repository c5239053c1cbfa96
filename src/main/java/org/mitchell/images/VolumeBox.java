package org.mitchell.images;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.mitchell.files.InputException;
import org.mitchell.files.Remedy;
import org.mitchell.fmri.Space;
import org.mitchell.fmri.VoxelGrid;
import org.mitchell.maps.volumes.NearestVoxels;
import org.mitchell.maps.volumes.VolumeImage;
import org.mitchell.maps.volumes.VolumePlace;

/** The box that volumes of trials lie in. */
record VolumeBox(VolumePlace place) {
  int voxels() {
    return Arrays.stream(place.dims()).reduce(1, Math::multiplyExact);
  }

  /** Values of a mask or atlas at these voxels. */
  float[] other(Path file, boolean nearest, String what) throws IOException {
    VolumeImage image =
        VolumeImage.read(file).single(what + " of one volume is expected. Choose one volume");
    VolumePlace own = image.place().stated();
    if (nearest) {
      return NearestVoxels.of(image, place);
    }
    try {
      own.requireSameGrid(place);
    } catch (InputException e) {
      throw new InputException(e.problem(), Remedy.NEAREST_VOXELS, e);
    }
    return image.floats(0);
  }

  VoxelGrid places(Columns columns, Optional<Space> space) {
    return VoxelGrid.ofMask(
        place.dims(), place.affine(), space.orElseGet(place::space), columns.mask(voxels()));
  }
}
