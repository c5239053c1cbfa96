package org.mitchell.cli.text;

import java.util.Locale;

/** Figures as the field prints them. */
public final class Decimals {
  private Decimals() {}

  /** Three decimals without the leading zero, as the field prints correlations and accuracies. */
  public static String decimal(double value) {
    if (Double.isNaN(value)) {
      return "n/a";
    }
    return String.format(Locale.ROOT, "%.3f", value).replaceFirst("^(-?)0\\.", "$1.");
  }

  public static String number(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%,d", (long) value)
        : Double.toString(value);
  }
}
