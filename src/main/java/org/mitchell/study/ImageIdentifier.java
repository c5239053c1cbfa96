package org.mitchell.study;

import java.nio.file.Path;
import org.mitchell.evaluation.ranks.Identification;
import org.mitchell.evaluation.ranks.Softmax;
import org.mitchell.files.InputException;
import org.mitchell.files.Remedy;

/**
 * Ranks candidate words by how alike their predicted images are to an image.
 *
 * @param identification over which voxels, by which metric
 */
public record ImageIdentifier(Identification identification) {
  /** How many voxels are compared of an image that has them all. */
  public int voxels() {
    return identification.voxels();
  }

  /**
   * @param image a value a voxel column, NaN where it has none
   * @param name what messages call it
   * @throws InputException if it has nothing to compare
   */
  public Identification.Identified identify(float[] image, Path name, Softmax softmax) {
    try {
      return identification.identify(image, softmax);
    } catch (IllegalArgumentException e) {
      throw InputException.in(
          name, "there is nothing to compare: %s".formatted(e.getMessage()), Remedy.OR_ALL_VOXELS);
    }
  }
}
