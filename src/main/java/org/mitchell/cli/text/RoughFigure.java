package org.mitchell.cli.text;

import java.time.Duration;
import java.util.OptionalLong;

/** Large figures to choose by, in about two digits and in words. */
public final class RoughFigure {
  private static final String[] BYTES = {"bytes", "kB", "MB", "GB", "TB", "PB"};
  private static final String[] COUNTS = {"", "thousand", "million", "billion", "trillion"};

  private RoughFigure() {}

  /** As {@code 24 GB} or {@code ~1.5 MB}, in powers of 1,000; {@code ?} where it is not known. */
  public static String bytes(OptionalLong bytes, boolean about) {
    return figure(bytes, about, BYTES);
  }

  /** As {@code 1.2 million} or {@code ~156 billion}; {@code ?} where it is not known. */
  public static String count(OptionalLong count, boolean about) {
    return figure(count, about, COUNTS);
  }

  /** As {@code about 20 min}. Never less than a second: starting takes that. */
  public static String time(Duration time) {
    double seconds = time.toMillis() / 1e3;
    if (seconds < 90) {
      return "about " + steps(Math.max(1, seconds)) + " s";
    }
    if (seconds < 90 * 60) {
      return "about " + steps(seconds / 60) + " min";
    }
    double hours = seconds / 3600;
    return hours < 36 ? "about " + steps(hours) + " h" : "about " + steps(hours / 24) + " days";
  }

  private static String figure(OptionalLong figure, boolean about, String[] units) {
    if (figure.isEmpty()) {
      return "?";
    }
    double value = figure.getAsLong();
    int unit = 0;
    for (; value >= 999.5 && unit < units.length - 1; unit++) {
      value /= 1000;
    }
    boolean decimal = value < 9.95 && Math.round(10 * value) % 10 != 0;
    return (about ? "~" : "")
        + (decimal ? "%.1f %s" : "%.0f %s").formatted(value, units[unit]).strip();
  }

  /** Whole numbers up to ten, then fives: more digits would claim more than is known. */
  private static long steps(double value) {
    return value < 10 ? Math.round(value) : 5 * Math.round(value / 5);
  }
}
