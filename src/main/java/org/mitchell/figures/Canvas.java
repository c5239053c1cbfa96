package org.mitchell.figures;

import java.awt.Color;
import java.awt.image.BufferedImage;

/** What figures are painted on: x to the right and y down, in pixels of a usual screen. */
public interface Canvas {
  void box(double x, double y, double width, double height, Color colour);

  void line(double x1, double y1, double x2, double y2, double thickness, Color colour);

  /** A filled circle around a point. */
  void dot(double x, double y, double radius, Color colour);

  /** A line of text whose middle, counted in its height, is at {@code y}. */
  void text(String text, double x, double y, TextStyle style);

  /** An image stretched to a box, each of its dots sharp. */
  void raster(BufferedImage image, double x, double y, double width, double height);

  /** A line of text read from below, whose middle, counted in its height, is at {@code x}. */
  void textUpwards(String text, double x, double y, TextStyle style);
}
