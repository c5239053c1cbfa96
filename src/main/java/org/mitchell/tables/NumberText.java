package org.mitchell.tables;

import java.util.Locale;
import java.util.Set;

/**
 * Numbers as tables have them: decimal, with a point or a comma. Each character is looked at once,
 * so that no cell takes long, whatever stands in it.
 */
public final class NumberText {
  private static final Set<String> MISSING =
      Set.of("", "nan", "+nan", "-nan", "na", "n/a", "#n/a", "<na>", "null", "none");

  private static final Set<String> INFINITE = Set.of("inf", "infinity");

  /** Beyond this no cell is a word for a missing or infinite value. */
  private static final int LONGEST_WORD = 9;

  /** Below this a whole number is written digit by digit. */
  private static final double EXACT = 1e15;

  private NumberText() {}

  /** Whether a cell, stripped, is empty or says that there is no number: NaN, NA, n/a, null. */
  public static boolean isMissing(String cell) {
    return cell.length() <= LONGEST_WORD && MISSING.contains(cell.toLowerCase(Locale.ROOT));
  }

  /** Whether a cell, stripped, is a decimal number: digits, a point, an exponent. */
  public static boolean isDecimal(String cell) {
    return isDecimal(cell, '.');
  }

  /** The number of a cell that is one by {@link #isDecimal(String)}; NaN for any other text. */
  public static double decimal(String cell) {
    return parse(cell, '.');
  }

  /** A number as short as it can be read back: 3, 0.25, 1e20, -1e300. */
  public static String plain(double value) {
    if (value == Math.rint(value) && Math.abs(value) < EXACT) {
      return Long.toString((long) value);
    }
    return Double.toString(value).replace(".0E", "e").replace('E', 'e');
  }

  /** As {@link #isDecimal(String)}, with another sign before the fraction. */
  static boolean isDecimal(String cell, char point) {
    int end = cell.length();
    int i = afterSign(cell, 0);
    int whole = afterDigits(cell, i);
    int digits = whole - i;
    i = whole;
    if (i < end && cell.charAt(i) == point) {
      int fraction = afterDigits(cell, i + 1);
      digits += fraction - i - 1;
      i = fraction;
    }
    if (digits > 0 && i < end && (cell.charAt(i) == 'e' || cell.charAt(i) == 'E')) {
      int from = afterSign(cell, i + 1);
      i = afterDigits(cell, from);
      return i == end && i > from;
    }
    return digits > 0 && i == end;
  }

  /** Whether a cell, stripped, is a number with a decimal point, or infinite. */
  static boolean isNumber(String cell) {
    return isDecimal(cell, '.') || isInfinite(cell);
  }

  private static boolean isInfinite(String cell) {
    return cell.length() <= LONGEST_WORD
        && INFINITE.contains(cell.substring(afterSign(cell, 0)).toLowerCase(Locale.ROOT));
  }

  /** The number of a cell, stripped; infinities included; NaN for any other text. */
  static double parse(String cell, char point) {
    if (isDecimal(cell, point)) {
      return Double.parseDouble(point == '.' ? cell : cell.replace(point, '.'));
    }
    if (isInfinite(cell)) {
      return cell.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    return Double.NaN;
  }

  /** Whether the commas of a number may part thousands: 1,234 or 12,345,678. */
  static boolean mayPartThousands(String cell) {
    int start = afterSign(cell, 0);
    int comma = cell.indexOf(',', start);
    if (comma < start + 1 || comma > start + 3 || cell.charAt(start) == '0') {
      return false;
    }
    for (int i = start; i < cell.length(); i++) {
      boolean separated = i >= comma && (i - comma) % 4 == 0;
      if (separated != (cell.charAt(i) == ',') || !separated && !isDigit(cell.charAt(i))) {
        return false;
      }
    }
    return (cell.length() - comma) % 4 == 0;
  }

  private static int afterSign(String text, int from) {
    boolean signed = from < text.length() && (text.charAt(from) == '-' || text.charAt(from) == '+');
    return signed ? from + 1 : from;
  }

  private static int afterDigits(String text, int from) {
    int i = from;
    while (i < text.length() && isDigit(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
