package org.mitchell.figures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A picture of two dots a pixel, so that letters stay sharp in print and on fine screens. */
final class PngCanvas implements Canvas {
  static final int RESOLUTION = 2;

  private static final String PNG_METADATA = "javax_imageio_png_1.0";

  private final BufferedImage image;
  private final Graphics2D graphics;
  private final double resolution;

  private final Letters letters = new Letters();

  PngCanvas(int width, int height, Color page) {
    this(width, height, page, RESOLUTION);
  }

  /**
   * @param resolution dots a pixel
   */
  PngCanvas(int width, int height, Color page, double resolution) {
    this.resolution = resolution;
    image =
        new BufferedImage(
            (int) Math.round(resolution * width),
            (int) Math.round(resolution * height),
            BufferedImage.TYPE_3BYTE_BGR);
    graphics = image.createGraphics();
    graphics.scale(image.getWidth() / (double) width, image.getHeight() / (double) height);
    if (resolution != Math.rint(resolution)) {
      // Dots of rasters and of the picture do not fall on each other.
      graphics.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    }
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    box(0, 0, width, height, page);
  }

  BufferedImage image() {
    return image;
  }

  /** Which letters of what was painted are missing. */
  Letters letters() {
    return letters;
  }

  /** The same picture with more room below; this one is not to be painted on any more. */
  PngCanvas lengthened(int height, Color page) {
    int width = (int) Math.round(image.getWidth() / resolution);
    var longer = new PngCanvas(width, height, page, resolution);
    longer.raster(image, 0, 0, width, image.getHeight() / resolution);
    graphics.dispose();
    return longer;
  }

  /**
   * @param dotsAMetre of the picture on paper; 0 where that is not said
   */
  void write(OutputStream stream, int dotsAMetre) throws IOException {
    graphics.dispose();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    try (var out = new MemoryCacheImageOutputStream(stream)) {
      writer.setOutput(out);
      IIOMetadata metadata =
          writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), null);
      if (dotsAMetre > 0) {
        var root = new IIOMetadataNode(PNG_METADATA);
        var size = new IIOMetadataNode("pHYs");
        size.setAttribute("pixelsPerUnitXAxis", Integer.toString(dotsAMetre));
        size.setAttribute("pixelsPerUnitYAxis", Integer.toString(dotsAMetre));
        size.setAttribute("unitSpecifier", "meter");
        root.appendChild(size);
        metadata.mergeTree(PNG_METADATA, root);
      }
      writer.write(new IIOImage(image, null, metadata));
    } finally {
      writer.dispose();
    }
  }

  /** The bytes of a PNG file. */
  static byte[] png(BufferedImage image) {
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  @Override
  public void box(double x, double y, double width, double height, Color colour) {
    graphics.setColor(colour);
    graphics.fill(new Rectangle2D.Double(x, y, width, height));
  }

  @Override
  public void line(double x1, double y1, double x2, double y2, double thickness, Color colour) {
    graphics.setColor(colour);
    graphics.setStroke(
        new BasicStroke((float) thickness, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
    graphics.draw(new Line2D.Double(x1, y1, x2, y2));
  }

  @Override
  public void dot(double x, double y, double radius, Color colour) {
    graphics.setColor(colour);
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
  }

  @Override
  public void text(String text, double x, double y, TextStyle style) {
    double start =
        switch (style.anchor()) {
          case START -> 0;
          case MIDDLE -> style.width(text) / 2;
          case END -> style.width(text);
        };
    letters.add(text, style);
    graphics.setColor(style.colour());
    graphics.setFont(style.font());
    graphics.drawString(text, (float) (x - start), (float) (y + style.baseline()));
  }

  @Override
  public void raster(BufferedImage raster, double x, double y, double width, double height) {
    var place = AffineTransform.getTranslateInstance(x, y);
    place.scale(width / raster.getWidth(), height / raster.getHeight());
    graphics.drawImage(raster, place, null);
  }

  @Override
  public void textUpwards(String text, double x, double y, TextStyle style) {
    AffineTransform upright = graphics.getTransform();
    graphics.translate(x, y);
    graphics.rotate(-Math.PI / 2);
    text(text, 0, 0, style);
    graphics.setTransform(upright);
  }
}
