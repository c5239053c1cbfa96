package org.mitchell.vectors.files;

import java.nio.charset.StandardCharsets;

/** Numbers as programs write them into files of vectors: {@code -0.0123}, {@code 1.5e-05}. */
final class Decimals {
  /** Whole numbers up to here, times or divided by a power of ten up to 22, round but once. */
  private static final long EXACT = 1L << 53;

  private static final double[] POWERS = powers();

  private Decimals() {}

  private static double[] powers() {
    var powers = new double[23];
    for (int p = 0; p < powers.length; p++) {
      powers[p] = Double.parseDouble("1e" + p);
    }
    return powers;
  }

  /** The number that these bytes write, as Java reads it; NaN where they write no finite one. */
  static double parse(byte[] bytes, int from, int to) {
    int i = from;
    boolean negative = i < to && bytes[i] == '-';
    if (i < to && (bytes[i] == '-' || bytes[i] == '+')) {
      i++;
    }
    long digits = 0;
    int count = 0;
    int fraction = 0;
    boolean point = false;
    for (; i < to; i++) {
      int b = bytes[i];
      if (b >= '0' && b <= '9') {
        digits = digits * 10 + (b - '0');
        count++;
        fraction += point ? 1 : 0;
        if (digits > EXACT) {
          return slow(bytes, from, to);
        }
      } else if (b == '.' && !point) {
        point = true;
      } else {
        return slow(bytes, from, to);
      }
    }
    if (count == 0) {
      return Double.NaN;
    }
    if (fraction >= POWERS.length) {
      return slow(bytes, from, to);
    }
    double number = digits / POWERS[fraction];
    return negative ? -number : number;
  }

  /** Java's own reading, of what looks like a number. */
  private static double slow(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      int b = bytes[i];
      boolean sign = b == '-' || b == '+' || b == '.' || b == 'e' || b == 'E';
      if (!sign && (b < '0' || b > '9')) {
        return Double.NaN; // NaN and Infinity too, and Java's hexadecimals
      }
    }
    try {
      double number =
          Double.parseDouble(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1));
      return Double.isFinite(number) ? number : Double.NaN;
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
