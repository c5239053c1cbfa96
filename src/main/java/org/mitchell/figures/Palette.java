package org.mitchell.figures;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;

/**
 * Colours that tell groups apart, for colour-blind readers too: those of Okabe and Ito (2008), the
 * yellow darkened on a light page, where it would hardly be seen, and five more that differ from
 * them and from each other in lightness too. There are twelve; a thirteenth group has the first
 * one's colour, and needs another shape.
 */
public record Palette(List<Color> colours) {
  private static final Palette ON_LIGHT =
      of(
          0x0072b2, 0xd55e00, 0x009e73, 0xcc79a7, 0x56b4e9, 0xe69f00, 0xb0a000, 0x332288, 0x882255,
          0x666666, 0x7a4a1e, 0x2f6b5e);
  private static final Palette ON_DARK =
      of(
          0x56b4e9, 0xe69f00, 0x1fc495, 0xe39bc4, 0x9a8cf5, 0xf0e442, 0xf0743e, 0x8fd3c7, 0xff9db0,
          0xb9bec6, 0xc79a62, 0x6f8fff);

  public Palette {
    colours = List.copyOf(colours);
  }

  /** The colours for a page. */
  public static Palette on(Theme theme) {
    return theme == Theme.DARK ? ON_DARK : ON_LIGHT;
  }

  /** The colour of a group by its number from 0. */
  public Color of(int group) {
    return colours.get(group % colours.size());
  }

  /** How often the colours have been through before a group. */
  public int round(int group) {
    return group / colours.size();
  }

  private static Palette of(int... rgb) {
    return new Palette(Arrays.stream(rgb).mapToObj(Color::new).toList());
  }
}
