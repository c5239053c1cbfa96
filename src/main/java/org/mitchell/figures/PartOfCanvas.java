package org.mitchell.figures;

import java.awt.Color;
import java.awt.image.BufferedImage;

/**
 * A part of another canvas.
 *
 * @param right how far right of the other's left edge its own is
 * @param down how far below the other's top its own top is
 */
record PartOfCanvas(Canvas canvas, double right, double down) implements Canvas {
  /** The lower part. */
  PartOfCanvas(Canvas canvas, double down) {
    this(canvas, 0, down);
  }

  @Override
  public void box(double x, double y, double width, double height, Color colour) {
    canvas.box(x + right, y + down, width, height, colour);
  }

  @Override
  public void line(double x1, double y1, double x2, double y2, double thickness, Color colour) {
    canvas.line(x1 + right, y1 + down, x2 + right, y2 + down, thickness, colour);
  }

  @Override
  public void dot(double x, double y, double radius, Color colour) {
    canvas.dot(x + right, y + down, radius, colour);
  }

  @Override
  public void text(String text, double x, double y, TextStyle style) {
    canvas.text(text, x + right, y + down, style);
  }

  @Override
  public void raster(BufferedImage image, double x, double y, double width, double height) {
    canvas.raster(image, x + right, y + down, width, height);
  }

  @Override
  public void textUpwards(String text, double x, double y, TextStyle style) {
    canvas.textUpwards(text, x + right, y + down, style);
  }
}
