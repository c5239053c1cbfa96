package org.mitchell.figures.brain;

import java.awt.image.BufferedImage;

/**
 * One brain of a picture.
 *
 * @param across its width, in mm
 * @param up its height, in mm
 * @param painter paints it in any number of dots
 */
record Tile(double across, double up, Caption caption, Painter painter) {
  /** Paints a brain. */
  @FunctionalInterface
  interface Painter {
    /** A picture of so many dots. */
    BufferedImage paint(int columns, int rows);
  }
}
