package org.mitchell.images;

import java.util.Arrays;
import java.util.List;
import org.mitchell.fmri.TrialStore;

/** Which voxels of a volume are columns of the responses. */
public final class Columns {
  private final int[] indices;

  private Columns(int[] indices) {
    this.indices = indices;
  }

  /** The true ones of a mask, in its order. */
  public static Columns of(boolean[] mask) {
    var indices = new int[mask.length];
    int count = 0;
    for (int v = 0; v < mask.length; v++) {
      if (mask[v]) {
        indices[count++] = v;
      }
    }
    return new Columns(Arrays.copyOf(indices, count));
  }

  /** Those that are finite in all images. */
  public static Columns finite(List<TrialImage> images) {
    return where(images, false);
  }

  /** Those that are finite in all images, and not the same in all. */
  public static Columns varying(List<TrialImage> images) {
    return where(images, true);
  }

  private static Columns where(List<TrialImage> images, boolean varying) {
    float[] first = images.get(0).values().all();
    var finite = new boolean[first.length];
    var varies = new boolean[first.length];
    Arrays.fill(finite, true);
    Arrays.fill(varies, !varying);
    for (TrialImage image : images) {
      float[] values = image.values().all();
      for (int v = 0; v < values.length; v++) {
        finite[v] &= Float.isFinite(values[v]);
        varies[v] |= values[v] != first[v];
      }
    }
    for (int v = 0; v < finite.length; v++) {
      finite[v] &= varies[v];
    }
    return of(finite);
  }

  public int count() {
    return indices.length;
  }

  /** A copy. */
  public int[] indices() {
    return indices.clone();
  }

  /** Some of these voxels, by their places among these. */
  Columns select(Columns some) {
    return new Columns(Arrays.stream(some.indices).map(c -> indices[c]).toArray());
  }

  /** The values of these voxels. */
  public float[] of(float[] volume) {
    var values = new float[indices.length];
    for (int c = 0; c < indices.length; c++) {
      values[c] = volume[indices[c]];
    }
    return values;
  }

  /** The images at these voxels. */
  public List<TrialImage> of(List<TrialImage> images) {
    try (TrialStore store = TrialStore.of(images.size(), count())) {
      return images.stream()
          .map(image -> image.with(store.keep(image.values().at(indices))))
          .toList();
    }
  }

  /** A mask of so many voxels with these. */
  boolean[] mask(int voxels) {
    var mask = new boolean[voxels];
    for (int index : indices) {
      mask[index] = true;
    }
    return mask;
  }
}
