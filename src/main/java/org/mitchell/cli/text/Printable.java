package org.mitchell.cli.text;

/**
 * Text that a terminal shows and does not obey. Cells, names, paths and what a server says come
 * from outside: control characters in them (C0, DEL, C1) would move the cursor or rename the
 * window, and those of direction would show other letters than there are. They become {@code
 * \\u001b}, as Java and JSON write them.
 */
public final class Printable {
  private Printable() {}

  /** One line. */
  public static String line(String text) {
    return escaped(text, false);
  }

  /** Several lines. */
  public static String lines(String text) {
    return escaped(text, true);
  }

  private static String escaped(String text, boolean lines) {
    if (text.chars().noneMatch(c -> isHarmful((char) c, lines))) {
      return text;
    }
    var printable = new StringBuilder();
    for (char c : text.toCharArray()) {
      printable.append(isHarmful(c, lines) ? "\\u%04x".formatted((int) c) : c);
    }
    return printable.toString();
  }

  private static boolean isHarmful(char c, boolean lines) {
    boolean allowed = c == '\t' || lines && c == '\n';
    return !allowed && (Character.isISOControl(c) || isOfDirectionOrLines(c));
  }

  /** Marks, embeddings, overrides and isolates of direction; and Unicode's own line breaks. */
  private static boolean isOfDirectionOrLines(char c) {
    return c == '\u061c'
        || c == '\u200e'
        || c == '\u200f'
        || c >= '\u2028' && c <= '\u202e'
        || c >= '\u2066' && c <= '\u2069';
  }
}
