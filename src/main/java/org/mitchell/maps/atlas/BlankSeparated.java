package org.mitchell.maps.atlas;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.mitchell.files.InputException;

/**
 * Names separated from their numbers by blanks: {@code 1 Precentral_L 2001}, {@code 17
 * Left-Hippocampus 220 216 20 0}.
 */
final class BlankSeparated {
  private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)");

  private final Path file;

  BlankSeparated(Path file) {
    this.file = file;
  }

  /** A line and its words. */
  private record Line(long number, List<String> words) {
    /** How many numbers stand behind the name; one word at least is the name. */
    int trailing() {
      int trailing = 0;
      while (trailing < words.size() - 2
          && NUMBER.matcher(words.get(words.size() - 1 - trailing)).matches()) {
        trailing++;
      }
      return trailing;
    }

    String name(int dropped) {
      return String.join(" ", words.subList(1, words.size() - dropped));
    }
  }

  List<NameRow> rows(String text) {
    List<Line> lines = lines(text);
    int dropped = dropped(lines);
    return lines.stream()
        .map(line -> NameTable.row(file, line.number, line.words.get(0), line.name(dropped)))
        .toList();
  }

  private List<Line> lines(String text) {
    var lines = new ArrayList<Line>();
    long number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (!line.isBlank() && !NameTable.isComment(line)) {
        List<String> words = Arrays.asList(line.strip().split("\\s+"));
        if (words.size() < 2) {
          throw InputException.in(
              file,
              "line %d: a number and a name are expected, got '%s'"
                  .formatted(number, line.strip()));
        }
        if (!lines.isEmpty() || !NameTable.isHeader(words)) {
          lines.add(new Line(number, words));
        }
      }
    }
    return lines;
  }

  /**
   * How many numbers to pass over at the ends of the lines: as many as every line has, unless the
   * names are then no longer as distinct as they were.
   */
  private static int dropped(List<Line> lines) {
    int[] counts = lines.stream().mapToInt(Line::trailing).distinct().toArray();
    if (counts.length != 1) {
      return 0;
    }
    boolean distinct = distinctNames(lines, counts[0]) == distinctNames(lines, 0);
    return distinct ? counts[0] : 0;
  }

  private static long distinctNames(List<Line> lines, int dropped) {
    return lines.stream().map(line -> line.name(dropped)).distinct().count();
  }
}
