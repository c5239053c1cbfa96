package org.mitchell.tables;

/**
 * Texts in cells of tables that may be opened by a spreadsheet program, which takes what begins
 * with = + - or @ for a formula and runs it. Such a text gets an apostrophe in front, and so does
 * one that has apostrophes there already; reading takes one away. Numbers stay as they are.
 */
public final class CellText {
  private static final String FORMULA = "=+-@";

  private CellText() {}

  /** The text as it is written. */
  public static String escaped(String text) {
    return isFormula(text) ? "'" + text : text;
  }

  /** The text that was written so. */
  public static String unescaped(String cell) {
    boolean escaped = cell.startsWith("'") && isFormula(cell.substring(1));
    return escaped ? cell.substring(1) : cell;
  }

  private static boolean isFormula(String text) {
    int start = 0;
    while (start < text.length() && text.charAt(start) == '\'') {
      start++;
    }
    boolean sign = start < text.length() && FORMULA.indexOf(text.charAt(start)) >= 0;
    return sign && !NumberText.isNumber(text);
  }
}
