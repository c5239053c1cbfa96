package org.mitchell.figures;

import java.awt.Color;
import java.awt.image.BufferedImage;

/**
 * The lower part of another canvas.
 *
 * @param down how far below the other's top its own top is
 */
record LoweredCanvas(Canvas canvas, double down) implements Canvas {
  @Override
  public void box(double x, double y, double width, double height, Color colour) {
    canvas.box(x, y + down, width, height, colour);
  }

  @Override
  public void line(double x1, double y1, double x2, double y2, double thickness, Color colour) {
    canvas.line(x1, y1 + down, x2, y2 + down, thickness, colour);
  }

  @Override
  public void dot(double x, double y, double radius, Color colour) {
    canvas.dot(x, y + down, radius, colour);
  }

  @Override
  public void text(String text, double x, double y, TextStyle style) {
    canvas.text(text, x, y + down, style);
  }

  @Override
  public void raster(BufferedImage image, double x, double y, double width, double height) {
    canvas.raster(image, x, y + down, width, height);
  }

  @Override
  public void textUpwards(String text, double x, double y, TextStyle style) {
    canvas.textUpwards(text, x, y + down, style);
  }
}
