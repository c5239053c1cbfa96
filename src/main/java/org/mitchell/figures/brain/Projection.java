package org.mitchell.figures.brain;

import java.util.Arrays;

/**
 * What is met on the way straight through a brain, a way a dot of a plane.
 *
 * @param values the strongest value; NaN where there is none
 */
record Projection(float[] values) {
  /** Steps are this part of the shortest edge of a voxel: none along the axes is stepped over. */
  private static final double STEP = 0.5;

  /** How much a value says. */
  @FunctionalInterface
  interface Strength {
    /** Larger for a value that hides others; NaN for one that is not shown. */
    double of(double value);
  }

  /**
   * Looks through a brain from plane to plane.
   *
   * @param dots the plane of the picture, at any place
   * @param from where the way begins along the axis looked through, in mm
   * @param to where it ends
   */
  static Projection of(Volume values, Plane dots, double from, double to, Strength strength) {
    double longest = STEP * values.shortestEdge();
    int steps = Math.max(1, (int) Math.ceil((to - from) / longest));
    double step = (to - from) / steps;
    var chosen = new float[dots.rows() * dots.columns()];
    Arrays.fill(chosen, Float.NaN);
    var strongest = new double[chosen.length];
    Arrays.fill(strongest, Double.NEGATIVE_INFINITY);
    for (int s = 0; s < steps; s++) {
      Plane plane = dots.at(from + (s + 0.5) * step);
      float[] met = plane.sample(values::nearest);
      for (int i = 0; i < met.length; i++) {
        double size = strength.of(met[i]);
        if (size > strongest[i]) {
          strongest[i] = size;
          chosen[i] = met[i];
        }
      }
    }
    return new Projection(chosen);
  }
}
