package org.mitchell.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/** Notes where everything of a picture stands, so that a test can say whether it is in the way. */
public final class RecordingCanvas implements Canvas {
  private final List<Drawn> texts = new ArrayList<>();
  private final List<Drawn> boxes = new ArrayList<>();
  private final List<BufferedImage> images = new ArrayList<>();

  /** A text, a box or an image, and where it stands. */
  public record Drawn(String what, Rectangle2D area) {}

  public List<Drawn> texts() {
    return texts;
  }

  /** Boxes and images. */
  public List<Drawn> boxes() {
    return boxes;
  }

  public List<BufferedImage> images() {
    return images;
  }

  /** No label is cut off, covers another one or lies on anything. */
  public void hasNothingInTheWay(double width, double height) {
    var page = new Rectangle2D.Double(0, 0, width, height);
    assertThat(boxes).allMatch(box -> page.contains(box.area()));
    for (Drawn text : texts) {
      assertThat(page.contains(text.area())).as(text.what() + " inside").isTrue();
      assertThat(boxes).as(text.what()).noneMatch(box -> box.area().intersects(text.area()));
      assertThat(texts)
          .as(text.what())
          .noneMatch(other -> other != text && other.area().intersects(text.area()));
    }
  }

  @Override
  public void box(double x, double y, double width, double height, Color colour) {
    boxes.add(new Drawn("a box", new Rectangle2D.Double(x, y, width, height)));
  }

  @Override
  public void dot(double x, double y, double radius, Color colour) {
    boxes.add(
        new Drawn("a dot", new Rectangle2D.Double(x - radius, y - radius, 2 * radius, 2 * radius)));
  }

  @Override
  public void raster(BufferedImage image, double x, double y, double width, double height) {
    boxes.add(new Drawn("an image", new Rectangle2D.Double(x, y, width, height)));
    images.add(image);
  }

  @Override
  public void line(double x1, double y1, double x2, double y2, double thickness, Color colour) {
    // Lines keep to the gaps between boxes.
  }

  @Override
  public void text(String text, double x, double y, TextStyle style) {
    double height = letters(style);
    texts.add(
        new Drawn(
            text,
            new Rectangle2D.Double(
                x - before(text, style), y - height / 2, style.width(text), height)));
  }

  @Override
  public void textUpwards(String text, double x, double y, TextStyle style) {
    double height = letters(style);
    double start = y + before(text, style);
    texts.add(
        new Drawn(
            text,
            new Rectangle2D.Double(
                x - height / 2, start - style.width(text), height, style.width(text))));
  }

  /** From the top of capitals to the foot of a q, and no more. */
  private static double letters(TextStyle style) {
    return 0.9 * style.size();
  }

  private static double before(String text, TextStyle style) {
    return switch (style.anchor()) {
      case START -> 0;
      case MIDDLE -> style.width(text) / 2;
      case END -> style.width(text);
    };
  }
}
