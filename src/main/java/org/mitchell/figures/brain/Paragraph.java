package org.mitchell.figures.brain;

import java.util.ArrayList;
import java.util.List;
import org.mitchell.figures.TextStyle;

/** Text in lines no longer than there is room for. */
record Paragraph(List<String> lines) {
  private static final String SEPARATOR = " \u00b7 ";
  private static final int MOST_LINES = 10;

  Paragraph {
    lines = List.copyOf(lines);
  }

  /**
   * Breaks a text between words.
   *
   * @param most lines; what is beyond them is left out for an ellipsis
   */
  static Paragraph of(String text, TextStyle style, double width, int most) {
    var lines = new ArrayList<String>();
    String rest = text.strip();
    while (!rest.isEmpty() && lines.size() < most - 1) {
      int end = end(rest, style, width);
      lines.add(style.fitted(rest.substring(0, end).strip(), width));
      rest = rest.substring(end).strip();
    }
    if (!rest.isEmpty()) {
      lines.add(style.fitted(rest, width));
    }
    return new Paragraph(lines);
  }

  /** Facts one after the other, a line broken within one only where it is longer than a line. */
  static Paragraph ofFacts(List<String> facts, TextStyle style, double width) {
    var lines = new ArrayList<String>();
    String line = "";
    for (String fact : facts) {
      String longer = line.isEmpty() ? fact : line + SEPARATOR + fact;
      if (style.width(longer) <= width) {
        line = longer;
      } else {
        lines.addAll(of(line, style, width, MOST_LINES).lines());
        line = fact;
      }
    }
    lines.addAll(of(line, style, width, MOST_LINES).lines());
    return new Paragraph(lines);
  }

  /** Where the first line ends: after as many words as fit, or after one. */
  private static int end(String text, TextStyle style, double width) {
    int end = -1;
    for (int space = text.indexOf(' '); ; space = text.indexOf(' ', space + 1)) {
      int next = space < 0 ? text.length() : space;
      if (end >= 0 && style.width(text.substring(0, next)) > width) {
        return end;
      }
      end = next;
      if (space < 0) {
        return end;
      }
    }
  }
}
