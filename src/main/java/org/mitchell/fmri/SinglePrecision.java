package org.mitchell.fmri;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mitchell.text.Counted;

/**
 * Brings images from double to single precision, which has 24 bits, without losing the digits that
 * tell the images apart: a voxel whose values are far from zero and near to each other is kept less
 * an offset, the middle of its range. All images are shown first, then rounded.
 *
 * <p>Other voxels keep their values, those too that single precision holds exactly. Nothing depends
 * on the order of the images.
 */
final class SinglePrecision {
  /**
   * A voxel this many times its range from zero gets an offset; all others keep 18 of the 24 bits
   * for what tells their images apart.
   */
  private static final double FAR = 64;

  /**
   * Fewer steps of the precision that the values came in than this, and digits were lost before.
   */
  private static final int FEW_STEPS = 256;

  /** A voxel without any range has lost its digits, too, where single precision is this coarse. */
  private static final double COARSE_STEP = 1.0 / 64;

  private final double[] lowest;
  private final double[] highest;
  private final BitSet beyondSingle = new BitSet();

  /**
   * @param voxels how many values an image has
   */
  SinglePrecision(int voxels) {
    this.lowest = new double[voxels];
    this.highest = new double[voxels];
    Arrays.fill(lowest, Double.POSITIVE_INFINITY);
    Arrays.fill(highest, Double.NEGATIVE_INFINITY);
  }

  /**
   * Responses whose images are at hand in double precision. Each is let go once it is rounded.
   *
   * @param trials words x presentations x voxels; emptied
   * @param notes what the user should know already
   */
  static Responses responses(
      String participant,
      String study,
      List<Stimulus> stimuli,
      double[][][] trials,
      List<String> notes) {
    var precision = new SinglePrecision(trials[0][0].length);
    for (double[][] word : trials) {
      for (double[] image : word) {
        precision.show(image);
      }
    }
    Optional<double[]> offsets = precision.offsets();
    var rounded = new float[trials.length][][];
    for (int w = 0; w < trials.length; w++) {
      rounded[w] = new float[trials[w].length][];
      for (int p = 0; p < trials[w].length; p++) {
        double[] image = trials[w][p];
        rounded[w][p] = offsets.map(o -> rounded(image, o)).orElseGet(() -> rounded(image));
        trials[w][p] = null;
      }
    }
    var all = new ArrayList<>(notes);
    precision.caution().ifPresent(all::add);
    return new Responses(participant, study, stimuli, rounded, Optional.empty(), all)
        .withOffsets(offsets);
  }

  /** Takes notice of an image. Values that are no finite numbers say nothing. */
  void show(double[] image) {
    for (int v = 0; v < image.length; v++) {
      double value = image[v];
      if (Double.isFinite(value)) {
        lowest[v] = Math.min(lowest[v], value);
        highest[v] = Math.max(highest[v], value);
        if (value != (float) value) {
          beyondSingle.set(v);
        }
      }
    }
  }

  /** The image as it is, rounded. */
  static float[] rounded(double[] image) {
    var rounded = new float[image.length];
    for (int v = 0; v < rounded.length; v++) {
      rounded[v] = (float) image[v];
    }
    return rounded;
  }

  /** The image less the offsets, rounded. */
  static float[] rounded(double[] image, double[] offsets) {
    var rounded = new float[image.length];
    for (int v = 0; v < rounded.length; v++) {
      rounded[v] = (float) (image[v] - offsets[v]);
    }
    return rounded;
  }

  /** What to take off each voxel before it is rounded; nothing where no voxel needs it. */
  Optional<double[]> offsets() {
    var offsets = new double[lowest.length];
    for (int v = 0; v < offsets.length; v++) {
      double range = highest[v] - lowest[v];
      boolean loses = beyondSingle.get(v) && range > 0 && range < Double.POSITIVE_INFINITY;
      offsets[v] = loses && extent(v) > FAR * range ? lowest[v] + range / 2 : 0;
    }
    return Arrays.stream(offsets).allMatch(o -> o == 0) ? Optional.empty() : Optional.of(offsets);
  }

  /** What to tell the user of digits that the values had lost before they came here. */
  Optional<String> caution() {
    int[] coarse = IntStream.range(0, lowest.length).filter(this::isCoarse).toArray();
    if (coarse.length == 0) {
      return Optional.empty();
    }
    return Optional.of(
        "%,d of %s %s fewer than %d distinguishable values (column %d: about %.3g, within %.3g): their digits were lost when they were saved. Take each voxel's mean off before saving in single precision"
            .formatted(
                coarse.length,
                Counted.of(lowest.length, "voxel"),
                Counted.verb(coarse.length, "has", "have"),
                FEW_STEPS,
                coarse[0],
                highest[coarse[0]],
                highest[coarse[0]] - lowest[coarse[0]]));
  }

  private boolean isCoarse(int voxel) {
    double range = highest[voxel] - lowest[voxel];
    double step =
        beyondSingle.get(voxel) ? Math.ulp(extent(voxel)) : Math.ulp((float) extent(voxel));
    boolean lostWholly = range == 0 && step >= COARSE_STEP;
    return lostWholly || range > 0 && range < FEW_STEPS * step;
  }

  private double extent(int voxel) {
    return Math.max(Math.abs(lowest[voxel]), Math.abs(highest[voxel]));
  }
}
