package org.mitchell.figures.brain;

import java.awt.Color;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.mitchell.figures.ColourBar;
import org.mitchell.figures.ColourMap;
import org.mitchell.figures.ColourScale;
import org.mitchell.figures.Theme;
import org.mitchell.figures.Ticks;
import org.mitchell.figures.Ticks.Tick;
import org.mitchell.files.InputException;
import org.mitchell.files.Remedy;

/**
 * Which values of a map are shown, and in which colours.
 *
 * @param scale of the values
 * @param kind which values say most
 * @param threshold values that say less are not shown; 0 where all are shown
 */
public record ValueColours(ColourScale scale, ValueKind kind, double threshold) {
  /** Ticks nearer than this to the end of the bar, in parts of it, would touch the end's own. */
  private static final double NEAR = 0.1;

  private static final int STEPS = 7;

  /** The end of a scale for values that are all zero. */
  private static final double NO_RANGE = 1;

  /**
   * Colours for a map: where some values are negative a diverging scale with 0 in its middle that
   * ends at the largest absolute value, otherwise from the smallest to the largest; of p, to the
   * threshold. What cannot be negative by its kind has no diverging scale.
   *
   * @param positive show values above zero only, on a scale from 0
   * @param end where the scale ends in place of the largest value
   * @throws InputException if the scale would end below its beginning, or no value is above zero
   */
  public static ValueColours of(
      ShownMap map, Theme theme, double threshold, boolean positive, OptionalDouble end) {
    double low = map.lowest();
    double high = map.highest();
    if (map.labels().kind() == MapLabels.Kind.P) {
      double limit = end.orElse(threshold > 0 ? threshold : high);
      // Of p-values above the threshold none is shown, so nothing is clipped.
      boolean clipped = high > limit && !(threshold > 0 && threshold <= limit);
      var scale = scale(ColourMap.VIRIDIS_FROM_LIGHT, Math.min(low, limit / 2), limit, clipped);
      return new ValueColours(scale, ValueKind.P, threshold);
    }
    boolean onlyPositive = positive || map.labels().kind() == MapLabels.Kind.POSITIVE && low < 0;
    if (onlyPositive && !(high > 0)) {
      throw new InputException("no value is above zero, and only such values were to be shown");
    }
    if (low < 0 && !onlyPositive) {
      double farthest = Math.max(-low, high);
      double limit = end.orElse(farthest);
      var scale = scale(theme.diverging(), -limit, limit, farthest > limit);
      return new ValueColours(scale, ValueKind.SIGNED, threshold);
    }
    double from = onlyPositive ? 0 : low;
    double limit = end.orElse(high > from ? high : from + NO_RANGE);
    var scale = scale(ColourMap.VIRIDIS, from, limit, high > limit);
    return new ValueColours(scale, ValueKind.UNSIGNED, threshold);
  }

  private static ColourScale scale(ColourMap map, double from, double end, boolean clipped) {
    if (!(from < end)) {
      throw new InputException(
          "the scale would end at %s, and the smallest value is %s"
              .formatted(label(end), label(from)),
          Remedy.LATER_END);
    }
    return new ColourScale(map, from, end, clipped);
  }

  /** Whether a value is shown; NaN is not. */
  boolean shows(double value) {
    // Maps hold floats: one of 0.7 must not be missed because 0.7 is a little more as a double.
    float bound = (float) threshold;
    float rounded = (float) value;
    return switch (kind) {
      case SIGNED -> Math.abs(rounded) >= bound;
      case UNSIGNED -> rounded >= bound && rounded >= (float) scale.low();
      case P -> threshold > 0 ? rounded <= bound : !Float.isNaN(rounded);
    };
  }

  /** Larger for values that say more; not a number for those that are not shown. */
  double strength(double value) {
    return shows(value) ? kind.strength(value) : Double.NaN;
  }

  Color colour(double value) {
    return scale.colour(value);
  }

  /** How many values of a map are shown. */
  public Shown shown(ShownMap map) {
    return shown(map.all());
  }

  /** How many of some values are shown. */
  Shown shown(float[] values) {
    int above = 0;
    int below = 0;
    for (float value : values) {
      boolean shown = shows(value);
      boolean negative = kind == ValueKind.SIGNED && value < 0;
      above += shown && !negative ? 1 : 0;
      below += shown && negative ? 1 : 0;
    }
    return new Shown(above, below);
  }

  /** As in "|r| ≥ 0.28"; empty where all are shown. */
  String inWords(String statistic) {
    String name = kind == ValueKind.SIGNED ? "|" + statistic + "|" : statistic;
    String sign = kind == ValueKind.P ? " \u2264 " : " \u2265 ";
    return threshold > 0 ? name + sign + label(threshold) : "";
  }

  ColourBar bar(String unit, Theme theme) {
    return new ColourBar(scale, ticks(), unit, value -> !shows(value), theme);
  }

  /** The ends of the scale as they are, the threshold or else round numbers between. */
  List<Tick> ticks() {
    var ticks = new ArrayList<Tick>();
    ticks.add(
        new Tick(scale.low(), bound(kind == ValueKind.SIGNED, "\u2264 ") + label(scale.low())));
    List<Tick> between =
        threshold > 0 && kind != ValueKind.P
            ? thresholds()
            : Ticks.between(scale.low(), scale.high(), STEPS);
    for (Tick tick : between) {
      double place = scale.place(tick.value());
      if (place > NEAR && place < 1 - NEAR) {
        ticks.add(tick);
      }
    }
    ticks.add(new Tick(scale.high(), bound(true, "\u2265 ") + label(scale.high())));
    return ticks;
  }

  private List<Tick> thresholds() {
    var ticks = new ArrayList<Tick>();
    // Two thresholds close to zero would touch each other.
    if (kind == ValueKind.SIGNED && threshold > NEAR * scale.high()) {
      ticks.add(new Tick(-threshold, label(-threshold)));
    }
    ticks.add(new Tick(threshold, label(threshold)));
    return ticks;
  }

  private String bound(boolean end, String sign) {
    return end && scale.clipped() ? sign : "";
  }

  /** Three digits that count, as they are printed elsewhere too. */
  private static String label(double value) {
    if (value == 0) {
      return "0";
    }
    BigDecimal rounded = BigDecimal.valueOf(value).round(new MathContext(3)).stripTrailingZeros();
    double size = Math.abs(value);
    String text = size >= 1e-4 && size < 1e7 ? rounded.toPlainString() : rounded.toString();
    return Ticks.text(text);
  }
}
