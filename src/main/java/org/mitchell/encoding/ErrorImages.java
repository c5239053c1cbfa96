package org.mitchell.encoding;

import java.util.Arrays;

/** The images whose errors are summed over voxels when these get one penalty together. */
public final class ErrorImages {
  /** A voxel that varies by less than this share of its largest value is constant. */
  private static final double CONSTANT = 1e-12;

  private ErrorImages() {}

  /**
   * Inner products of images, words x words.
   *
   * @param images words x voxels; changed
   * @param heldOut words that have no part in the standard deviations
   */
  static double[][] products(double[][] images, Penalty.Error error, int... heldOut) {
    if (error == Penalty.Error.RAW) {
      return InnerProducts.of(images);
    }
    var training = new boolean[images.length];
    Arrays.fill(training, true);
    for (int word : heldOut) {
      training[word] = false;
    }
    var values = new double[images.length];
    for (int v = 0; v < images[0].length; v++) {
      for (int w = 0; w < values.length; w++) {
        values[w] = images[w][v];
      }
      double factor = factor(values, training);
      for (int w = 0; w < values.length; w++) {
        images[w][v] = factor * values[w];
      }
    }
    return InnerProducts.of(images);
  }

  /**
   * What a voxel's responses are multiplied by to have a standard deviation of 1 over the training
   * images; 0 where they are all alike.
   *
   * @param values an image each
   * @param training which of them are trained on
   */
  public static double factor(double[] values, boolean[] training) {
    double sum = 0;
    double largest = 0;
    int count = 0;
    for (int i = 0; i < training.length; i++) {
      if (training[i]) {
        sum += values[i];
        largest = Math.max(largest, Math.abs(values[i]));
        count++;
      }
    }
    double mean = sum / count;
    double squares = 0;
    for (int i = 0; i < training.length; i++) {
      squares += training[i] ? (values[i] - mean) * (values[i] - mean) : 0;
    }
    double sd = Math.sqrt(squares / count);
    return sd > CONSTANT * largest ? 1 / sd : 0;
  }
}
