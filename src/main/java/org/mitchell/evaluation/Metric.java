package org.mitchell.evaluation;

/** How alike two images are. */
public enum Metric {
  /** The cosine of the angle between them. It depends on which mean was removed from the images. */
  COSINE,
  /**
   * Pearson's correlation over voxels: the cosine after each image's own mean over voxels is
   * removed.
   */
  CORRELATION;

  /** An image shorter than this share of the longest is rounding noise, and has no direction. */
  private static final double NO_LENGTH = 1e-12;

  /**
   * The length up to which images have no direction.
   *
   * @param longest the length of the longest image
   */
  public static double shortest(double longest) {
    return NO_LENGTH * longest;
  }

  /**
   * s(p1, o1), s(p1, o2), s(p2, o1), s(p2, o2) of two predicted (p) and two observed (o) images; 0
   * where an image is no longer than {@code shortest}, or for the correlation its departure from
   * its own mean is not.
   *
   * @param predicted 2 x voxels; changed by the correlation
   * @param observed 2 x voxels; changed by the correlation
   */
  public double[] similarities(double[][] predicted, double[][] observed, double shortest) {
    if (this == CORRELATION) {
      // Means are removed before anything is multiplied: sums of squares less a square leave noise
      // of flat images.
      for (int i = 0; i < 2; i++) {
        removeMean(predicted[i]);
        removeMean(observed[i]);
      }
    }
    double[] products = products(predicted[0], predicted[1], observed[0], observed[1]);
    double[] lengths = new double[4];
    for (int i = 0; i < 4; i++) {
      lengths[i] = Math.sqrt(products[4 + i]);
    }
    var similarities = new double[4];
    for (int i = 0; i < 4; i++) {
      double p = lengths[i / 2];
      double o = lengths[2 + i % 2];
      similarities[i] = p <= shortest || o <= shortest ? 0 : products[i] / (p * o);
    }
    return similarities;
  }

  /**
   * p1 o1, p1 o2, p2 o1, p2 o2, then the squares of p1, p2, o1, o2: side by side, so that no sum
   * waits for another.
   */
  private static double[] products(double[] p1, double[] p2, double[] o1, double[] o2) {
    double p1o1 = 0;
    double p1o2 = 0;
    double p2o1 = 0;
    double p2o2 = 0;
    double p1p1 = 0;
    double p2p2 = 0;
    double o1o1 = 0;
    double o2o2 = 0;
    for (int v = 0; v < p1.length; v++) {
      p1o1 += p1[v] * o1[v];
      p1o2 += p1[v] * o2[v];
      p2o1 += p2[v] * o1[v];
      p2o2 += p2[v] * o2[v];
      p1p1 += p1[v] * p1[v];
      p2p2 += p2[v] * p2[v];
      o1o1 += o1[v] * o1[v];
      o2o2 += o2[v] * o2[v];
    }
    return new double[] {p1o1, p1o2, p2o1, p2o2, p1p1, p2p2, o1o1, o2o2};
  }

  private static void removeMean(double[] image) {
    double sum = 0;
    for (double value : image) {
      sum += value;
    }
    for (int v = 0; v < image.length; v++) {
      image[v] -= sum / image.length;
    }
  }
}
