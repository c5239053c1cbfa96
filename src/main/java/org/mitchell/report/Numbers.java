package org.mitchell.report;

import java.util.List;
import java.util.Locale;

/** Numbers and lists as the field prints them. */
final class Numbers {
  private static final String MINUS = "\u2212";

  private Numbers() {}

  /** Three decimals without the leading zero; an en dash for what is not known. */
  static String decimal(double value) {
    return decimal(value, 3);
  }

  static String decimal(double value, int digits) {
    if (Double.isNaN(value)) {
      return "\u2013";
    }
    String plain = String.format(Locale.ROOT, "%." + digits + "f", value);
    return plain.replaceFirst("^(-?)0\\.", "$1.").replace("-", MINUS);
  }

  /** Whole numbers with commas; halves, which ties make, with one decimal. */
  static String count(double value) {
    if (Double.isNaN(value)) {
      return "\u2013";
    }
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%,d", (long) value)
        : String.format(Locale.ROOT, "%,.1f", value);
  }

  /** A coordinate in mm. */
  static String mm(double value) {
    String plain = String.format(Locale.ROOT, "%.1f", value);
    return plain.equals("-0.0") ? "0.0" : plain.replace("-", MINUS);
  }

  /** A p-value; four decimals where three would hide its size. */
  static String p(double value) {
    return !Double.isNaN(value) && value < .0001 ? "< .0001" : decimal(value, value < .01 ? 4 : 3);
  }

  /** A p-value with its name, as sentences have it: {@code p .012} or {@code p < .0001}. */
  static String named(double value) {
    return "p " + p(value);
  }

  /** A setting such as a penalty: as short as it can be. */
  static String plain(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  /** {@code A, B and C}. */
  static String listed(List<String> items) {
    int last = items.size() - 1;
    return last < 1
        ? String.join("", items)
        : String.join(", ", items.subList(0, last)) + " and " + items.get(last);
  }
}
