package org.mitchell.figures;

import java.awt.Color;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * A picture as PDF (ISO 32000): boxes, lines and letters stay lines, so that they are sharp at any
 * size; letters are drawn as outlines of the machine's font, and so look alike everywhere. Rasters
 * are images inside the file.
 *
 * <p>Written here rather than by a library, as {@link SvgCanvas} is: figures need eight operators
 * of PDF, and the library for it would be a fifth of the program.
 */
final class PdfCanvas implements Canvas {
  private static final FontRenderContext FINE = new FontRenderContext(null, true, true);

  /** How far the control points of a quarter of a circle are from its ends, in radii. */
  private static final double QUARTER = 0.5522847498;

  /** Points of a millimetre. */
  static final double POINTS_A_MM = 72 / 25.4;

  private final int width;
  private final int height;
  private final double scale;
  private final StringBuilder content = new StringBuilder();
  private final List<BufferedImage> images = new ArrayList<>();
  private final Letters letters = new Letters();

  /**
   * @param scale points a pixel
   */
  PdfCanvas(int width, int height, Color page, double scale) {
    this.width = width;
    this.height = height;
    this.scale = scale;
    // Pixels with y downwards, as the other canvases have them.
    op("cm", scale, 0, 0, -scale, 0, height * scale);
    box(0, 0, width, height, page);
  }

  /** Which letters of what was painted are missing. */
  Letters letters() {
    return letters;
  }

  @Override
  public void box(double x, double y, double boxWidth, double boxHeight, Color colour) {
    fill(colour);
    op("re f", x, y, boxWidth, boxHeight);
  }

  @Override
  public void line(double x1, double y1, double x2, double y2, double thickness, Color colour) {
    op("RG", colour.getRed() / 255.0, colour.getGreen() / 255.0, colour.getBlue() / 255.0);
    op("w", thickness);
    op("m", x1, y1);
    op("l S", x2, y2);
  }

  @Override
  public void dot(double x, double y, double radius, Color colour) {
    double k = QUARTER * radius;
    fill(colour);
    op("m", x + radius, y);
    op("c", x + radius, y + k, x + k, y + radius, x, y + radius);
    op("c", x - k, y + radius, x - radius, y + k, x - radius, y);
    op("c", x - radius, y - k, x - k, y - radius, x, y - radius);
    op("c f", x + k, y - radius, x + radius, y - k, x + radius, y);
  }

  @Override
  public void text(String text, double x, double y, TextStyle style) {
    letters(text, style, AffineTransform.getTranslateInstance(x, y));
  }

  @Override
  public void textUpwards(String text, double x, double y, TextStyle style) {
    AffineTransform place = AffineTransform.getTranslateInstance(x, y);
    place.rotate(-Math.PI / 2);
    letters(text, style, place);
  }

  private void letters(String text, TextStyle style, AffineTransform place) {
    letters.add(text, style);
    double start =
        switch (style.anchor()) {
          case START -> 0;
          case MIDDLE -> style.width(text) / 2;
          case END -> style.width(text);
        };
    char[] characters = text.toCharArray();
    Shape outline =
        style
            .font()
            .layoutGlyphVector(FINE, characters, 0, characters.length, 0)
            .getOutline((float) -start, (float) style.baseline());
    fill(style.colour());
    path(outline.getPathIterator(place));
    content.append("f\n");
  }

  private void path(PathIterator path) {
    var at = new double[6];
    double x = 0;
    double y = 0;
    for (; !path.isDone(); path.next()) {
      switch (path.currentSegment(at)) {
        case PathIterator.SEG_MOVETO -> op("m", at[0], at[1]);
        case PathIterator.SEG_LINETO -> op("l", at[0], at[1]);
        case PathIterator.SEG_CUBICTO -> op("c", at);
        case PathIterator.SEG_QUADTO ->
            // PDF has cubic curves alone; this one is the same curve.
            op(
                "c",
                x + 2 * (at[0] - x) / 3,
                y + 2 * (at[1] - y) / 3,
                at[2] + 2 * (at[0] - at[2]) / 3,
                at[3] + 2 * (at[1] - at[3]) / 3,
                at[2],
                at[3]);
        default -> content.append("h\n");
      }
      int last =
          switch (path.currentSegment(at)) {
            case PathIterator.SEG_QUADTO -> 2;
            case PathIterator.SEG_CUBICTO -> 4;
            default -> 0;
          };
      x = at[last];
      y = at[last + 1];
    }
  }

  @Override
  public void raster(
      BufferedImage raster, double x, double y, double rasterWidth, double rasterHeight) {
    content.append("q\n");
    // An image fills the unit square with its first row at the top.
    op("cm", rasterWidth, 0, 0, -rasterHeight, x, y + rasterHeight);
    content.append("/I").append(images.size()).append(" Do\nQ\n");
    images.add(raster);
  }

  private void fill(Color colour) {
    op("rg", colour.getRed() / 255.0, colour.getGreen() / 255.0, colour.getBlue() / 255.0);
  }

  private void op(String operator, double... operands) {
    for (double operand : operands) {
      content.append(number(operand)).append(' ');
    }
    content.append(operator).append('\n');
  }

  private static String number(double value) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_EVEN);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  void write(OutputStream stream) throws IOException {
    var objects = new ArrayList<byte[]>();
    objects.add(ascii("<< /Type /Catalog /Pages 2 0 R >>"));
    objects.add(ascii("<< /Type /Pages /Kids [3 0 R] /Count 1 >>"));
    var names = new StringBuilder();
    for (int i = 0; i < images.size(); i++) {
      names.append("/I%d %d 0 R ".formatted(i, 5 + i));
    }
    objects.add(
        ascii(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %s %s] /Contents 4 0 R /Resources << /XObject << %s>> >> >>"
                .formatted(number(width * scale), number(height * scale), names)));
    objects.add(stream("", content.toString().getBytes(StandardCharsets.US_ASCII)));
    for (BufferedImage image : images) {
      objects.add(
          stream(
              "/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceRGB /BitsPerComponent 8 "
                  .formatted(image.getWidth(), image.getHeight()),
              rgb(image)));
    }
    writeFile(objects, stream);
  }

  private static void writeFile(List<byte[]> objects, OutputStream stream) throws IOException {
    var file = new ByteArrayOutputStream();
    file.write(ascii("%PDF-1.4\n"));
    var places = new ArrayList<Integer>();
    for (int i = 0; i < objects.size(); i++) {
      places.add(file.size());
      file.write(ascii((i + 1) + " 0 obj\n"));
      file.write(objects.get(i));
      file.write(ascii("\nendobj\n"));
    }
    int table = file.size();
    file.write(ascii("xref\n0 %d\n0000000000 65535 f \n".formatted(objects.size() + 1)));
    for (int place : places) {
      file.write(ascii("%010d 00000 n \n".formatted(place)));
    }
    file.write(
        ascii(
            "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
                .formatted(objects.size() + 1, table)));
    file.writeTo(stream);
  }

  private static byte[] stream(String dictionary, byte[] bytes) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var deflater = new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_COMPRESSION))) {
      deflater.write(bytes);
    }
    var whole = new ByteArrayOutputStream();
    whole.write(
        ascii(
            "<< %s/Filter /FlateDecode /Length %d >>\nstream\n"
                .formatted(dictionary, packed.size())));
    packed.writeTo(whole);
    whole.write(ascii("\nendstream"));
    return whole.toByteArray();
  }

  private static byte[] rgb(BufferedImage image) {
    var bytes = new byte[3 * image.getWidth() * image.getHeight()];
    for (int i = 0; i < bytes.length / 3; i++) {
      int colour = image.getRGB(i % image.getWidth(), i / image.getWidth());
      bytes[3 * i] = (byte) (colour >> 16);
      bytes[3 * i + 1] = (byte) (colour >> 8);
      bytes[3 * i + 2] = (byte) colour;
    }
    return bytes;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
