package org.mitchell.maps.atlas;

import java.util.List;

/** Where the lines of a table have the name. */
sealed interface NameLayout permits ColoursBehind, NumbersBefore, NumbersBehind {
  /** A table of numbers alone may have them as names, but not beside colours. */
  int MOST_NUMBERS = 2;

  /**
   * The name on a line.
   *
   * @throws org.mitchell.files.InputException if the line has another layout
   */
  String name(NameLine line);

  /**
   * The layout of lines that have no quotes.
   *
   * @throws org.mitchell.files.InputException if they have none that is known
   */
  static NameLayout of(List<NameLine> lines) {
    if (lines.stream().allMatch(line -> line.isNumeric() && line.rest() > MOST_NUMBERS)) {
      throw lines.get(0).unexpected("a number and a name are expected, not numbers alone");
    }
    if (lines.stream().anyMatch(line -> line.before() >= NumbersBefore.FEWEST)) {
      return NumbersBefore.of(lines);
    }
    long coloured = lines.stream().filter(ColoursBehind::mayEnd).count();
    return 2 * coloured > lines.size() ? ColoursBehind.of(lines) : NumbersBehind.of(lines);
  }
}
