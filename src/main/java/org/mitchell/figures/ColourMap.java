package org.mitchell.figures;

import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** A line of colours, published by others; the resource beside this class names the source. */
public enum ColourMap {
  /**
   * For quantities: from dark to light in even steps of perceived lightness, in print without
   * colour and for colour-blind readers too.
   */
  VIRIDIS("viridis.txt"),
  /** The other way round, for quantities of which the smallest say most: p. */
  VIRIDIS_FROM_LIGHT("viridis.txt", true),
  /** For signed quantities: blue below, light grey at the middle, red above. */
  COOL_WARM("coolwarm.txt"),
  /** For signed quantities on a dark page: light blue below, black at the middle, pink above. */
  BERLIN("berlin.txt");

  private final List<Color> colours;

  ColourMap(String resource) {
    this(resource, false);
  }

  ColourMap(String resource, boolean reversed) {
    var read = new ArrayList<Color>(read(resource));
    if (reversed) {
      Collections.reverse(read);
    }
    colours = List.copyOf(read);
  }

  /** The colour at a place from 0 to 1, between two published ones in proportion (in sRGB). */
  public Color at(double place) {
    double position = Math.max(0, Math.min(1, place)) * (colours.size() - 1);
    int below = Math.min((int) position, colours.size() - 2);
    double part = position - below;
    Color a = colours.get(below);
    Color b = colours.get(below + 1);
    return new Color(
        between(a.getRed(), b.getRed(), part),
        between(a.getGreen(), b.getGreen(), part),
        between(a.getBlue(), b.getBlue(), part));
  }

  private static int between(int a, int b, double part) {
    return (int) Math.round(a + part * (b - a));
  }

  private static List<Color> read(String resource) {
    try (var stream = ColourMap.class.getResourceAsStream(resource)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> Stream.of(line.split(" ")))
          .map(hex -> new Color(Integer.parseInt(hex, 16)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
