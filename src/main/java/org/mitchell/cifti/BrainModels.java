package org.mitchell.cifti;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mitchell.text.Counted;

/**
 * What the grayordinates of a file are.
 *
 * @param models one after the other in the order of the values
 * @param volume the box that voxels lie in; nothing where there are none
 */
public record BrainModels(List<BrainModel> models, Optional<Box> volume) {
  /** Matrices nearer to each other than this are one, in mm. */
  private static final double SAME_MM = 1e-3;

  public BrainModels {
    models = List.copyOf(models);
  }

  /**
   * A box of voxels.
   *
   * @param dims numbers of voxels along i, j, k
   * @param affine from 0-based i, j, k to mm, 4 x 4
   */
  public record Box(int[] dims, double[][] affine) {
    /** Whether another is the same box, to 0.001 mm. */
    public boolean isSame(Box other) {
      boolean same = Arrays.equals(dims, other.dims);
      for (int row = 0; row < 3; row++) {
        for (int column = 0; column < 4; column++) {
          same &= Math.abs(affine[row][column] - other.affine[row][column]) <= SAME_MM;
        }
      }
      return same;
    }
  }

  /** How many grayordinates there are. */
  public int count() {
    return models.stream().mapToInt(BrainModel::count).sum();
  }

  /** Whether others are the same grayordinates in the same order. */
  public boolean isSame(BrainModels other) {
    return models.equals(other.models)
        && volume.isPresent() == other.volume.isPresent()
        && (volume.isEmpty() || volume.get().isSame(other.volume.get()));
  }

  /** As in "29,696 vertices of cortex left, 948 voxels of amygdala left". */
  public String inWords() {
    return models.stream()
        .map(
            model ->
                Counted.of(model.count(), model.isSurface() ? "vertex" : "voxel")
                    + " of "
                    + model.name())
        .collect(Collectors.joining(", "));
  }
}
