package org.mitchell.figures;

import java.awt.Color;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import org.mitchell.files.OutputSet;

/**
 * A picture that is laid out and can be painted.
 *
 * @param width in pixels of a usual screen
 * @param height in pixels of a usual screen
 * @param page the colour behind everything
 * @param painter paints it, the same each time
 */
public record Drawing(int width, int height, Color page, Consumer<Canvas> painter) {
  /** Two pictures of one page, the other below this one. */
  public Drawing above(Drawing other) {
    int wide = Math.max(width, other.width);
    return new Drawing(
        wide,
        height + other.height,
        page,
        canvas -> {
          painter.accept(canvas);
          other.painter.accept(new LoweredCanvas(canvas, height));
        });
  }

  /** Whether a picture can be written under this name. */
  public static boolean isPicture(Path file) {
    return isPng(file) || extension(file, ".svg");
  }

  /** Two dots a pixel. The letters are those of the machine's usual sans-serif font. */
  public void writePng(OutputStream stream) throws IOException {
    var canvas = new PngCanvas(width, height, page);
    painter.accept(canvas);
    canvas.write(stream);
  }

  /** Boxes and lines are elements and text stays text; rasters are embedded as PNG. */
  public void writeSvg(OutputStream stream) throws IOException {
    var canvas = new SvgCanvas(width, height, page);
    painter.accept(canvas);
    canvas.write(stream);
  }

  /** What goes into a file of this name: PNG, or else SVG. */
  public OutputSet.Content contentFor(Path file) {
    return isPng(file) ? this::writePng : this::writeSvg;
  }

  private static boolean isPng(Path file) {
    return extension(file, ".png");
  }

  private static boolean extension(Path file, String extension) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(extension);
  }
}
