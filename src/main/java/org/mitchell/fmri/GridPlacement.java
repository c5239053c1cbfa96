package org.mitchell.fmri;

import java.util.Optional;

/**
 * Where a grid of voxels lies.
 *
 * @param affine 0-based voxel indices to mm
 * @param space the space of those mm
 * @param dims numbers of voxels along i, j, k, when they are given; otherwise the file's own, or
 *     just enough
 */
public record GridPlacement(Affine affine, Space space, Optional<int[]> dims) {
  /** The grid of the CMU participants: 51 x 61 x 23 voxels of 3.125 x 3.125 x 6 mm in MNI space. */
  public static final GridPlacement CMU =
      new GridPlacement(Affine.CMU, Space.MNI, Optional.of(new int[] {51, 61, 23}));
}
