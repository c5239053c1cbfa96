package org.mitchell.encoders;

import java.util.List;

/**
 * Vectors of stimuli.
 *
 * @param layers those that were asked for
 * @param vectors layers x stimuli x width
 * @param readings one a stimulus
 */
public record Encoded(List<Layer> layers, double[][][] vectors, List<Reading> readings) {
  /** How many numbers a vector has. */
  public int width() {
    return vectors[0][0].length;
  }
}
