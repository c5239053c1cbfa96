package org.mitchell.images;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.mitchell.files.InputException;
import org.mitchell.fmri.ImageOptions.Brain;
import org.mitchell.text.Counted;

/**
 * Which values of images are taken before any image is read.
 *
 * @param columns those of the mask that lie in a parcel; nothing where neither is given
 * @param parcels the number of the parcel of each value of an image, 0 for none; nothing without an
 *     atlas
 */
record BrainColumns(Optional<Columns> columns, Optional<int[]> parcels) {
  /** Labels that are stored with a scale come back as whole numbers but for this. */
  private static final double MOST_FROM_WHOLE = 1e-3;

  /**
   * @throws InputException if the mask or atlas does not lie on the images, or nothing is left
   */
  static BrainColumns of(Brain brain, ImageSource source, List<String> notes) throws IOException {
    if (brain.mask().isEmpty() && brain.parcels().isEmpty()) {
      return new BrainColumns(Optional.empty(), Optional.empty());
    }
    var inside = new boolean[source.values()];
    Arrays.fill(inside, true);
    if (brain.mask().isPresent()) {
      Path mask = brain.mask().get();
      float[] values = other(mask, brain, source, "a mask", notes);
      keep(inside, values);
      require(
          mask, inside, "no " + source.unit() + " is above zero. A mask has 1 inside the brain");
    }
    Optional<int[]> parcels = Optional.empty();
    if (brain.parcels().isPresent()) {
      Path atlas = brain.parcels().get().atlas();
      float[] values = other(atlas, brain, source, "an atlas", notes);
      parcels = Optional.of(labels(atlas, values));
      keep(inside, values);
      require(
          atlas,
          inside,
          brain.mask().isPresent()
              ? "no parcel lies in the mask %s".formatted(brain.mask().get())
              : "no label is above zero");
    }
    return new BrainColumns(Optional.of(Columns.of(inside)), parcels);
  }

  /** The parcels that columns lie in; nothing without an atlas. */
  Optional<int[]> parcelsOf(Columns used) {
    return parcels.map(
        labels -> Arrays.stream(used.indices()).map(index -> labels[index]).toArray());
  }

  private static float[] other(
      Path file, Brain brain, ImageSource source, String what, List<String> notes)
      throws IOException {
    if (brain.nearest()) {
      notes.add("%s: looked up at the nearest voxel of each".formatted(file));
    }
    return source.other(file, brain.nearest(), what);
  }

  private static void keep(boolean[] inside, float[] values) {
    for (int v = 0; v < inside.length; v++) {
      inside[v] &= values[v] > 0 && Float.isFinite(values[v]);
    }
  }

  private static void require(Path file, boolean[] inside, String otherwise) {
    for (boolean in : inside) {
      if (in) {
        return;
      }
    }
    throw InputException.in(file, otherwise);
  }

  private static int[] labels(Path file, float[] values) {
    var labels = new int[values.length];
    var fractions = new ArrayList<Float>();
    for (int v = 0; v < labels.length; v++) {
      labels[v] = Float.isFinite(values[v]) ? Math.round(values[v]) : 0;
      if (Float.isFinite(values[v]) && Math.abs(values[v] - labels[v]) > MOST_FROM_WHOLE) {
        fractions.add(values[v]);
      }
    }
    if (!fractions.isEmpty()) {
      throw InputException.in(
          file,
          "%s no whole numbers, such as %s, where an atlas has labels"
              .formatted(Counted.of(fractions.size(), "value") + " are", fractions.get(0)));
    }
    return labels;
  }
}
