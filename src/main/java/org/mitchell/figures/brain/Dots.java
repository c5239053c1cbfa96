package org.mitchell.figures.brain;

import java.awt.Color;
import java.awt.image.BufferedImage;

/** A picture made dot by dot. */
final class Dots {
  /** As a PNG has them, in each direction. */
  static final int A_PIXEL = 2;

  private final int columns;
  private final int rows;
  private final int[] colours;

  Dots(int columns, int rows) {
    this.columns = columns;
    this.rows = rows;
    colours = new int[columns * rows];
  }

  void set(int index, Color colour) {
    colours[index] = colour.getRGB();
  }

  BufferedImage image() {
    var image = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, columns, rows, colours, 0, columns);
    return image;
  }

  /**
   * The dots outside a shape that are near to it: a line around it.
   *
   * @param inside rows x columns
   */
  static boolean[] outline(boolean[] inside, int columns, int rows) {
    var line = new boolean[inside.length];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        int index = row * columns + column;
        line[index] = !inside[index] && touches(inside, columns, rows, column, row);
      }
    }
    return line;
  }

  private static boolean touches(boolean[] inside, int columns, int rows, int column, int row) {
    for (int r = Math.max(0, row - A_PIXEL); r <= Math.min(rows - 1, row + A_PIXEL); r++) {
      for (int c = Math.max(0, column - A_PIXEL);
          c <= Math.min(columns - 1, column + A_PIXEL);
          c++) {
        int distance = (r - row) * (r - row) + (c - column) * (c - column);
        if (distance <= A_PIXEL * A_PIXEL && inside[r * columns + c]) {
          return true;
        }
      }
    }
    return false;
  }

  /** The colour between two, at a place from 0 to 1. */
  static Color blend(Color from, Color to, double place) {
    return new Color(
        part(from.getRed(), to.getRed(), place),
        part(from.getGreen(), to.getGreen(), place),
        part(from.getBlue(), to.getBlue(), place));
  }

  private static int part(int from, int to, double place) {
    return (int) Math.round(from + place * (to - from));
  }
}
