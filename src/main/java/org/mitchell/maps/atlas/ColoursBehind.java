package org.mitchell.maps.atlas;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Colours behind the name, as FreeSurfer has them: red, green, blue, mostly alpha, on some lines
 * the type of the tissue. Lines of one table differ; each is read for itself.
 *
 * @param usual 3 or 4: how many numbers a colour of this table has
 * @param alpha the fourth of them on most lines; empty where it varies, or there is none
 * @param tissue whether a line has a type of tissue beyond doubt
 */
record ColoursBehind(int usual, String alpha, boolean tissue) implements NameLayout {
  private static final int RGB = 3;
  private static final int RGBA = 4;
  private static final int WITH_TISSUE = 5;
  private static final Set<String> USUAL_ALPHAS = Set.of("0", "1", "255");

  static ColoursBehind of(List<NameLine> lines) {
    List<NameLine> coloured = lines.stream().filter(ColoursBehind::mayEnd).toList();
    String alpha = alpha(coloured);
    if (alpha.isEmpty()) {
      boolean four = coloured.stream().allMatch(l -> l.behind() >= RGBA) && areApart(coloured);
      return new ColoursBehind(four ? RGBA : RGB, "", false);
    }
    boolean tissue = coloured.stream().anyMatch(l -> isTissueBehind(l, alpha) && !isLast(l, alpha));
    return new ColoursBehind(RGBA, alpha, tissue);
  }

  /** Whether a line can be one of a name and a colour. */
  static boolean mayEnd(NameLine line) {
    int colours = 0;
    while (colours < line.behind() && line.fromEnd(colours).isColour()) {
      colours++;
    }
    return colours >= RGB;
  }

  @Override
  public String name(NameLine line) {
    if (!mayEnd(line)) {
      throw line.unexpected(
          "a name and a colour of 3 or 4 numbers up to 255 are expected, as on other lines");
    }
    int numbers = line.behind();
    if (numbers <= usual) {
      return line.name(0, numbers);
    }
    return line.name(0, alpha.isEmpty() ? withoutAlpha(line) : withAlpha(line));
  }

  /** How many numbers to pass over on a line that has more than a colour. */
  private int withAlpha(NameLine line) {
    boolean alphaIsLast = isLast(line, alpha);
    boolean tissueIsLast = isTissueBehind(line, alpha);
    boolean oneWord = line.hasOneWord(line.behind());
    if (alphaIsLast && (!tissueIsLast || !oneWord && !tissue)) {
      return RGBA;
    }
    if (tissueIsLast && (!alphaIsLast || oneWord && tissue)) {
      return WITH_TISSUE;
    }
    throw doubt(line);
  }

  /** A name of several words may end with a number; the last number may be an alpha. */
  private int withoutAlpha(NameLine line) {
    boolean severalWords = !line.hasOneWord(line.behind());
    if (severalWords && !(usual == RGB && USUAL_ALPHAS.contains(line.fromEnd(0).text()))) {
      return usual;
    }
    throw doubt(line);
  }

  private static RuntimeException doubt(NameLine line) {
    return line.unexpected(
        "a name and the 3 or 4 numbers of its colour are expected: there are %d, and one may belong to the name"
            .formatted(line.behind()));
  }

  private static boolean isLast(NameLine line, String alpha) {
    return line.fromEnd(0).text().equals(alpha);
  }

  private static boolean isTissueBehind(NameLine line, String alpha) {
    return line.behind() >= WITH_TISSUE && line.fromEnd(1).text().equals(alpha);
  }

  /** The fourth number that more than half of the lines have; empty where none is so common. */
  private static String alpha(List<NameLine> lines) {
    Map<String, Long> counts =
        lines.stream()
            .filter(line -> line.behind() == RGBA || line.behind() == WITH_TISSUE)
            .map(line -> line.fromEnd(line.behind() - RGBA).text())
            .collect(
                Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    return counts.entrySet().stream()
        .filter(entry -> 2 * entry.getValue() > lines.size())
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("");
  }

  /** Whether names stay different without four numbers behind them. */
  private static boolean areApart(List<NameLine> lines) {
    Function<Integer, Long> distinct =
        count -> lines.stream().map(line -> line.name(0, count)).distinct().count();
    return distinct.apply(RGBA).equals(distinct.apply(RGB));
  }
}
