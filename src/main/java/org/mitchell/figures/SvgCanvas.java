package org.mitchell.figures;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.OptionalDouble;

/**
 * A picture as SVG: boxes, lines, text that stays text, and rasters as PNG inside the file.
 *
 * <p>Written here rather than by a library: figures need four elements of SVG, and boxes that touch
 * must not be smoothed, or light seams show between the cells of a heat map.
 */
final class SvgCanvas implements Canvas {
  private final StringBuilder svg = new StringBuilder();

  SvgCanvas(int width, int height, Color page) {
    this(width, height, page, OptionalDouble.empty());
  }

  /**
   * @param widthMm of the picture on paper
   */
  SvgCanvas(int width, int height, Color page, OptionalDouble widthMm) {
    String wide = widthMm.isPresent() ? number(widthMm.getAsDouble()) + "mm" : width + "";
    String high =
        widthMm.isPresent() ? number(widthMm.getAsDouble() * height / width) + "mm" : height + "";
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" width="%3$s" height="%4$s" viewBox="0 0 %1$d %2$d"\
         font-family="DejaVu Sans, Verdana, Helvetica, Arial, sans-serif">
        """
            .formatted(width, height, wide, high));
    box(0, 0, width, height, page);
  }

  void write(OutputStream stream) throws IOException {
    stream.write((svg + "</svg>\n").getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void box(double x, double y, double width, double height, Color colour) {
    element("rect", "x", x, "y", y, "width", width, "height", height);
    svg.append(" fill=\"").append(hex(colour)).append("\" shape-rendering=\"crispEdges\"/>\n");
  }

  @Override
  public void line(double x1, double y1, double x2, double y2, double thickness, Color colour) {
    element("line", "x1", x1, "y1", y1, "x2", x2, "y2", y2, "stroke-width", thickness);
    svg.append(" stroke=\"").append(hex(colour)).append("\"/>\n");
  }

  @Override
  public void dot(double x, double y, double radius, Color colour) {
    element("circle", "cx", x, "cy", y, "r", radius);
    svg.append(" fill=\"").append(hex(colour)).append("\"/>\n");
  }

  @Override
  public void text(String text, double x, double y, TextStyle style) {
    element("text", "x", x, "y", y + style.baseline(), "font-size", style.size());
    content(text, style);
  }

  @Override
  public void raster(BufferedImage raster, double x, double y, double width, double height) {
    element("image", "x", x, "y", y, "width", width, "height", height);
    // The older name of href, which every program knows, and the older word for sharp dots.
    svg.append(" xmlns:xlink=\"http://www.w3.org/1999/xlink\" preserveAspectRatio=\"none\"")
        .append(" style=\"image-rendering:optimizeSpeed;image-rendering:pixelated\"")
        .append(" xlink:href=\"data:image/png;base64,")
        .append(Base64.getEncoder().encodeToString(PngCanvas.png(raster)))
        .append("\"/>\n");
  }

  @Override
  public void textUpwards(String text, double x, double y, TextStyle style) {
    element("text", "x", 0, "y", style.baseline(), "font-size", style.size());
    svg.append(" transform=\"translate(%s %s) rotate(-90)\"".formatted(number(x), number(y)));
    content(text, style);
  }

  private void content(String text, TextStyle style) {
    svg.append(style.bold() ? " font-weight=\"bold\"" : "");
    svg.append(
        switch (style.anchor()) {
          case START -> "";
          case MIDDLE -> " text-anchor=\"middle\"";
          case END -> " text-anchor=\"end\"";
        });
    svg.append(" fill=\"").append(hex(style.colour())).append("\">");
    svg.append(escaped(text)).append("</text>\n");
  }

  private void element(String name, Object... attributes) {
    svg.append('<').append(name);
    for (int i = 0; i < attributes.length; i += 2) {
      double value = ((Number) attributes[i + 1]).doubleValue();
      svg.append(' ').append(attributes[i]).append("=\"").append(number(value)).append('"');
    }
  }

  private static String number(double value) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_EVEN);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  private static String hex(Color colour) {
    return "#%06x".formatted(colour.getRGB() & 0xffffff);
  }

  /** What XML cannot hold, lone halves of characters among it, becomes U+FFFD. */
  private static String escaped(String text) {
    var xml = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> xml.append("&amp;");
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                default -> xml.appendCodePoint(isLegal(c) ? c : 0xfffd);
              }
            });
    return xml.toString();
  }

  private static boolean isLegal(int c) {
    return c >= 0x20 && (c < 0xd800 || c > 0xdfff) && c != 0xfffe && c != 0xffff;
  }
}
