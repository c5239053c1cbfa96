package org.mitchell.inference;

import java.util.Arrays;
import org.mitchell.jobs.Workers;

/**
 * The value that a given share of null values reaches, pooled over voxels: where clusters begin
 * when an uncorrected p says so. It comes from null maps alone, so that the null maps' clusters and
 * the observed ones are formed alike.
 */
public final class FormingThreshold {
  /** So many values make a share of .001 certain to 3%. */
  private static final int VALUES = 1_000_000;

  private static final int FEWEST_MAPS = 100;

  /** Thresholds are whole multiples of 1 / this, to be told in a few digits. */
  private static final double STEPS = 10_000;

  private FormingThreshold() {}

  /**
   * The smallest value, in steps of .0001, that no more than a share of the null values reaches.
   * The first hundred null maps are looked at, more where a map has few voxels.
   *
   * @param p the share, above 0 and below 1
   */
  public static double of(NullMaps maps, double p, Workers workers) {
    int wanted = Math.max(FEWEST_MAPS, (VALUES + maps.voxels() - 1) / maps.voxels());
    var drawn = new double[Math.min(maps.size(), wanted)][maps.voxels()];
    for (int first = 0; first < drawn.length; first += maps.together()) {
      int last = Math.min(drawn.length, first + maps.together());
      maps.draw(first, Arrays.copyOfRange(drawn, first, last), workers);
    }
    double[] ascending =
        Arrays.stream(drawn)
            .flatMapToDouble(Arrays::stream)
            .filter(value -> !Double.isNaN(value))
            .sorted()
            .toArray();
    // The values from here on may be reached, being few enough; that before may not.
    int first = ascending.length - (int) Math.floor(p * ascending.length + 1e-9);
    double below = first == 0 ? Double.NEGATIVE_INFINITY : ascending[first - 1];
    double threshold = (Math.floor(below * STEPS) + 1) / STEPS;
    return threshold > below ? threshold : threshold + 1 / STEPS;
  }
}
