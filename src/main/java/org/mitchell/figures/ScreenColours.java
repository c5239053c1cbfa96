package org.mitchell.figures;

import java.awt.Color;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The colours of pictures for pages that draw brains themselves, so that a value has one colour
 * wherever it is shown. All are {@code rrggbb}.
 *
 * @param above from zero to the largest value above it
 * @param below from zero to the largest value below it
 * @param amount from zero to the largest of what is never below zero
 * @param page behind the brain
 * @param ink of letters
 * @param tissue of the brain where no value is shown
 */
public record ScreenColours(
    List<String> above,
    List<String> below,
    List<String> amount,
    String page,
    String ink,
    String tissue) {
  private static final int COLOURS = 65;

  /** Those of each theme, by its name in small letters. */
  public static final Map<String, ScreenColours> ALL = all();

  public ScreenColours {
    above = List.copyOf(above);
    below = List.copyOf(below);
    amount = List.copyOf(amount);
  }

  public static ScreenColours of(Theme theme) {
    return new ScreenColours(
        table(theme.diverging(), .5, 1),
        table(theme.diverging(), .5, 0),
        table(ColourMap.VIRIDIS, 0, 1),
        hex(theme.page()),
        hex(theme.ink()),
        hex(theme.tissue()));
  }

  private static Map<String, ScreenColours> all() {
    var all = new LinkedHashMap<String, ScreenColours>();
    all.put("light", of(Theme.LIGHT));
    all.put("dark", of(Theme.DARK));
    return Collections.unmodifiableMap(all);
  }

  private static List<String> table(ColourMap map, double from, double to) {
    return IntStream.range(0, COLOURS)
        .mapToObj(i -> hex(map.at(from + (to - from) * i / (COLOURS - 1))))
        .toList();
  }

  private static String hex(Color colour) {
    return "%06x".formatted(colour.getRGB() & 0xffffff);
  }
}
