package org.mitchell.maps.atlas;

import java.util.List;

/**
 * Colours before the name, as FSLeyes has them ({@code 4 0.0 0.58 0.0 Right-Post}) and ITK-SNAP
 * with its switches ({@code 4 0 148 0 1 1 1 "Right-Post"}).
 *
 * @param count of red, green, blue; of those and alpha; or of those, visible and mesh
 */
record NumbersBefore(int count) implements NameLayout {
  /** Fewer numbers before a name belong to it: {@code 3 3rd ventricle}, {@code 5 7 Networks}. */
  static final int FEWEST = 3;

  private static final List<Integer> COUNTS = List.of(3, 4, 6);

  static NumbersBefore of(List<NameLine> lines) {
    NameLine fewest = lines.get(0);
    for (NameLine line : lines) {
      fewest = numbers(line) < numbers(fewest) ? line : fewest;
    }
    if (!COUNTS.contains(numbers(fewest))) {
      throw fewest.unexpected(
          "3, 4 or 6 numbers (a colour) before the name are expected, as other lines have them");
    }
    return new NumbersBefore(numbers(fewest));
  }

  @Override
  public String name(NameLine line) {
    return line.name(count, 0);
  }

  private static int numbers(NameLine line) {
    return line.isNumeric() ? line.rest() - 1 : line.before();
  }
}
