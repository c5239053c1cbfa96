package org.mitchell.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.mitchell.figures.Drawing;
import org.mitchell.figures.PrintSize;
import org.mitchell.figures.Theme;

/** A drawing as the page has it: for light and dark, for wide screens and paper and for phones. */
final class PictureBlock {
  /** The widest column of the page, and of a phone, in its pixels. */
  private static final int WIDE = 920;

  private static final int NARROW = 360;

  /** Two dots a pixel, of which an inch has 96. */
  private static final double DPI = 192;

  private PictureBlock() {}

  static Block.Picture of(Illustration picture) {
    return new Block.Picture(
        image(picture, Theme.LIGHT, false),
        image(picture, Theme.DARK, false),
        picture.narrows() ? Optional.of(image(picture, Theme.LIGHT, true)) : Optional.empty(),
        picture.narrows() ? Optional.of(image(picture, Theme.DARK, true)) : Optional.empty(),
        picture.alternative(),
        picture.caption());
  }

  /** Two dots for each pixel of the page; a page shows no more of a wider picture. */
  private static PrintSize size(int width, int column) {
    double shrunk = Math.min(1, column / (double) width);
    return new PrintSize(OptionalDouble.empty(), OptionalInt.of((int) Math.ceil(DPI * shrunk)));
  }

  private static Block.Image image(Illustration picture, Theme theme, boolean narrow) {
    Drawing drawing = picture.drawn().on(theme, narrow);
    var bytes = new ByteArrayOutputStream();
    try {
      drawing.writePng(bytes, size(drawing.width(), narrow ? NARROW : WIDE), note -> {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Block.Image(
        ViewerMaps.base64(bytes.toByteArray()), drawing.width(), drawing.height());
  }
}
