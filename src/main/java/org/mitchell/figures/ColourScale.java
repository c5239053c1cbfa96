package org.mitchell.figures;

import java.awt.Color;
import java.util.List;
import org.mitchell.features.FeatureSpace;
import org.mitchell.figures.Ticks.Tick;

/**
 * Which colour stands for which value.
 *
 * @param low the value of the map's first colour
 * @param high the value of its last
 * @param clipped whether there are values below {@code low} or above {@code high}; they have its
 *     first and last colour
 */
public record ColourScale(ColourMap map, double low, double high, boolean clipped) {
  private static final int MOST_STEPS = 6;

  /** Where there is no value. */
  private static final Color NOTHING = new Color(0xee, 0xee, 0xee);

  /**
   * @throws IllegalArgumentException if there is nothing between {@code low} and {@code high}
   */
  public ColourScale {
    if (!(low < high)) {
      throw new IllegalArgumentException("no values between " + low + " and " + high);
    }
  }

  /**
   * A scale for the values of a table: where some are negative a diverging one with 0 in its
   * middle, otherwise from the smallest to the largest.
   *
   * @param limit values farther from 0 share the last colour, a round number to be written beside
   *     it; infinity for no limit
   */
  public static ColourScale of(FeatureSpace space, double limit) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int w = 0; w < space.words().size(); w++) {
      for (int f = 0; f < space.features().size(); f++) {
        low = Math.min(low, space.value(w, f));
        high = Math.max(high, space.value(w, f));
      }
    }
    double farthest = Math.max(Math.abs(low), Math.abs(high));
    boolean clipped = farthest > limit;
    if (low < 0) {
      double end = Math.min(farthest, limit);
      return new ColourScale(ColourMap.COOL_WARM, -end, end, clipped);
    }
    double end = Math.min(high, limit);
    return new ColourScale(
        ColourMap.VIRIDIS, low, end > low ? end : low + Math.max(1, low), clipped);
  }

  /** The colour of a value; grey for NaN. */
  public Color colour(double value) {
    return Double.isNaN(value) ? NOTHING : map.at(place(value));
  }

  /** Where a value stands: 0 at {@code low}, 1 at {@code high}. */
  public double place(double value) {
    // Halves, because the difference of two large numbers may overflow.
    return (value / 2 - low / 2) / (high / 2 - low / 2);
  }

  /** Round values on the scale; those at a clipped end say that they stand for more. */
  public List<Tick> ticks() {
    return Ticks.between(low, high, MOST_STEPS).stream()
        .map(tick -> new Tick(tick.value(), bound(tick.value()) + tick.label()))
        .toList();
  }

  private String bound(double value) {
    if (clipped && value == high) {
      return "≥ ";
    }
    return clipped && value == low && low < 0 ? "≤ " : "";
  }
}
