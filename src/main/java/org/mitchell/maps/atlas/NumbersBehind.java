package org.mitchell.maps.atlas;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Numbers behind the name, such as MRIcron's ({@code 1 Precentral_L 2001}), or none.
 *
 * @param count how many, on every line
 */
record NumbersBehind(int count) implements NameLayout {
  /** Numbers from here on are codes of regions rather than parts of their names. */
  private static final double LEAST_CODE = 100;

  static NumbersBehind of(List<NameLine> lines) {
    Map<Integer, Long> counts =
        lines.stream()
            .collect(Collectors.groupingBy(NameLine::behind, TreeMap::new, Collectors.counting()));
    if (counts.size() > 1) {
      requireNoTable(lines, counts);
      return new NumbersBehind(0);
    }
    return new NumbersBehind(ofEvery(lines, lines.get(0).behind()));
  }

  @Override
  public String name(NameLine line) {
    return line.name(0, count);
  }

  /** How many of the numbers that every line has are no parts of the names. */
  private static int ofEvery(List<NameLine> lines, int all) {
    if (all == 0 || keepsNamesApart(lines, all) && areApart(lines, all)) {
      return all;
    }
    for (int fewer = all - 1; fewer > 0; fewer--) {
      int dropped = fewer;
      if (keepsNamesApart(lines, fewer) && lines.stream().allMatch(l -> hasCode(l, dropped))) {
        return fewer;
      }
    }
    if (all > 1) {
      throw lines
          .get(0)
          .unexpected(
              "it cannot be told which of the %d numbers behind the name belong to it"
                  .formatted(all));
    }
    return 0;
  }

  /** Names of several words may end with a number. */
  private static boolean areApart(List<NameLine> lines, int count) {
    return count != 1
        || lines.stream().allMatch(line -> line.hasOneWord(1))
        || lines.stream().allMatch(line -> hasCode(line, 1));
  }

  /** Where most lines have numbers of their own behind the name, a line without is damaged. */
  private static void requireNoTable(List<NameLine> lines, Map<Integer, Long> counts) {
    long half = lines.size() / 2;
    int usual =
        counts.entrySet().stream()
            .filter(e -> e.getValue() > half)
            .findFirst()
            .map(Map.Entry::getKey)
            .orElse(0);
    long coded = lines.stream().filter(l -> isCoded(l)).count();
    if (usual > 1 || usual == 1 && coded > half) {
      for (NameLine line : lines) {
        if (line.behind() != usual) {
          throw line.unexpected(
              "a name and %d %s behind it are expected, as most lines have them"
                  .formatted(usual, usual == 1 ? "number" : "numbers"));
        }
      }
    }
  }

  private static boolean isCoded(NameLine line) {
    return line.behind() == 1 && line.hasOneWord(1) && hasCode(line, 1);
  }

  private static boolean hasCode(NameLine line, int count) {
    return Double.parseDouble(line.fromEnd(count - 1).text()) >= LEAST_CODE;
  }

  private static boolean keepsNamesApart(List<NameLine> lines, int dropped) {
    Function<Integer, Long> distinct =
        count -> lines.stream().map(line -> line.name(0, count)).distinct().count();
    return distinct.apply(dropped).equals(distinct.apply(0));
  }
}
