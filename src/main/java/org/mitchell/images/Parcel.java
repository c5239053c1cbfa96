package org.mitchell.images;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A parcel of an atlas.
 *
 * @param label its number
 * @param columns its voxels among those that are used
 */
record Parcel(int label, int[] columns) {
  /**
   * @param indices of the voxels that are used
   * @param labels of all voxels
   */
  static Parcel of(int label, int[] indices, int[] labels) {
    return new Parcel(
        label,
        IntStream.range(0, indices.length).filter(c -> labels[indices[c]] == label).toArray());
  }

  /** An image with the mean of each parcel's voxels for a value. */
  static TrialImage means(TrialImage image, List<Parcel> parcels) {
    var means = new float[parcels.size()];
    for (int p = 0; p < means.length; p++) {
      double sum = 0;
      for (int column : parcels.get(p).columns) {
        sum += image.values()[column];
      }
      means[p] = (float) (sum / parcels.get(p).columns.length);
    }
    return image.with(means);
  }
}
