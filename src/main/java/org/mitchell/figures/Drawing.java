package org.mitchell.figures;

import java.awt.Color;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
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
  private static final int NOTE_SIZE = 11;
  private static final int NOTE_LINE = 16;
  private static final int NOTE_MARGIN = 10;

  /** The sum of red, green and blue below which a page is dark. */
  private static final int DARK = 384;

  /** Two pictures of one page, the other below this one. */
  public Drawing above(Drawing other) {
    int wide = Math.max(width, other.width);
    return new Drawing(
        wide,
        height + other.height,
        page,
        canvas -> {
          painter.accept(canvas);
          other.painter.accept(new PartOfCanvas(canvas, height));
        });
  }

  /** Two pictures of one page, the other at the right of this one. */
  public Drawing beside(Drawing other) {
    return new Drawing(
        width + other.width,
        Math.max(height, other.height),
        page,
        canvas -> {
          painter.accept(canvas);
          other.painter.accept(new PartOfCanvas(canvas, width, 0));
        });
  }

  /** Whether a picture can be written under this name. */
  public static boolean isPicture(Path file) {
    return isPng(file) || isPdf(file) || isSvg(file);
  }

  /** As {@link #writePng(OutputStream, Consumer)}, where nobody is told. */
  public void writePng(OutputStream stream) throws IOException {
    writePng(stream, note -> {});
  }

  /** As the other, of the usual size. */
  public void writePng(OutputStream stream, Consumer<String> notes) throws IOException {
    writePng(stream, PrintSize.USUAL, notes);
  }

  /**
   * Two dots a pixel, or as many as the size on paper asks for. The letters are those of the
   * machine's usual sans-serif font; a picture with letters that no font of the machine has says so
   * at its foot.
   *
   * @param notes is told of such letters too
   */
  public void writePng(OutputStream stream, PrintSize size, Consumer<String> notes)
      throws IOException {
    var canvas = new PngCanvas(width, height, page, size.dotsAPixel(width));
    painter.accept(canvas);
    Optional<String> missing = canvas.letters().missing();
    if (missing.isPresent()) {
      notes.accept(missing.get());
      Drawing foot = note(missing.get());
      canvas = canvas.lengthened(height + foot.height, page);
      foot.painter.accept(new PartOfCanvas(canvas, height));
    }
    canvas.write(stream, size.dotsAMetre(width));
  }

  /** One page of the picture's size, letters as outlines; as with PNG where letters are missing. */
  public void writePdf(OutputStream stream, PrintSize size, Consumer<String> notes)
      throws IOException {
    double points = size.mm(width) * PdfCanvas.POINTS_A_MM / width;
    var canvas = new PdfCanvas(width, height, page, points);
    painter.accept(canvas);
    Optional<String> missing = canvas.letters().missing();
    if (missing.isPresent()) {
      notes.accept(missing.get());
      Drawing foot = note(missing.get());
      canvas = new PdfCanvas(width, height + foot.height, page, points);
      painter.accept(canvas);
      foot.painter.accept(new PartOfCanvas(canvas, height));
    }
    canvas.write(stream);
  }

  /** Lines of text as wide as this picture. */
  private Drawing note(String text) {
    boolean dark = page.getRed() + page.getGreen() + page.getBlue() < DARK;
    var style =
        new TextStyle(
            NOTE_SIZE, false, TextStyle.Anchor.START, dark ? Color.LIGHT_GRAY : Color.DARK_GRAY);
    var lines = new ArrayList<String>();
    String line = "";
    for (String word : text.split(" ")) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && style.width(longer) > width - 2 * NOTE_MARGIN) {
        lines.add(line);
        line = word;
      } else {
        line = longer;
      }
    }
    lines.add(line);
    return new Drawing(
        width,
        lines.size() * NOTE_LINE + NOTE_MARGIN,
        page,
        canvas -> {
          for (int l = 0; l < lines.size(); l++) {
            canvas.text(lines.get(l), NOTE_MARGIN, (l + 0.5) * NOTE_LINE, style);
          }
        });
  }

  /** Boxes and lines are elements and text stays text; rasters are embedded as PNG. */
  public void writeSvg(OutputStream stream) throws IOException {
    writeSvg(stream, PrintSize.USUAL);
  }

  private void writeSvg(OutputStream stream, PrintSize size) throws IOException {
    var canvas = new SvgCanvas(width, height, page, size.widthMm());
    painter.accept(canvas);
    canvas.write(stream);
  }

  /** As the other, of the usual size. */
  public OutputSet.Content contentFor(Path file, Consumer<String> notes) {
    return contentFor(file, PrintSize.USUAL, notes);
  }

  /**
   * What goes into a file of this name: PNG, PDF, or else SVG, which leaves its letters to the
   * program that shows it.
   *
   * @param notes is told of letters that the file cannot show, and of letters too small for print
   */
  public OutputSet.Content contentFor(Path file, PrintSize size, Consumer<String> notes) {
    double points = size.smallestPoints(width);
    if (size.widthMm().isPresent() && points < PrintSize.LEAST_POINTS - 0.05) {
      notes.accept(
          "%s: at %.0f mm its smallest letters have %.1f points where journals ask for %.0f. They have them from %.0f mm on"
              .formatted(
                  file,
                  size.widthMm().getAsDouble(),
                  points,
                  PrintSize.LEAST_POINTS,
                  Math.ceil(size.widthMm().getAsDouble() * PrintSize.LEAST_POINTS / points)));
    }
    Consumer<String> ofFile = note -> notes.accept(file + ": " + note);
    return isPng(file)
        ? stream -> writePng(stream, size, ofFile)
        : isPdf(file) ? stream -> writePdf(stream, size, ofFile) : stream -> writeSvg(stream, size);
  }

  private static boolean isPdf(Path file) {
    return extension(file, ".pdf");
  }

  static boolean isSvg(Path file) {
    return extension(file, ".svg");
  }

  private static boolean isPng(Path file) {
    return extension(file, ".png");
  }

  private static boolean extension(Path file, String extension) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(extension);
  }
}
