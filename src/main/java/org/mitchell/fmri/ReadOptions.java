package org.mitchell.fmri;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How a participant's file is to be read.
 *
 * @param dropNan leave out the voxels that have a NaN or infinite value in any trial, where that
 *     would be an error
 * @param coordinates a table of voxel coordinates, one row a voxel column, for files that have none
 * @param placement where the grid lies, in place of CMU's formula
 */
public record ReadOptions(
    boolean dropNan, Optional<Path> coordinates, Optional<GridPlacement> placement) {
  /** Files as they are: NaN is an error, the grid is CMU's. */
  public static final ReadOptions DEFAULT =
      new ReadOptions(false, Optional.empty(), Optional.empty());
}
