package org.mitchell.evaluation;

/** Sums over voxels of two predicted (p) and two observed (o) images, from which their four similarities follow. */
final class ImageProducts {
  private int voxels;
  private double p1;
  private double p2;
  private double o1;
  private double o2;
  private double p1p1;
  private double p2p2;
  private double o1o1;
  private double o2o2;
  private double p1o1;
  private double p1o2;
  private double p2o1;
  private double p2o2;

  /** One voxel more. */
  void add(double predicted1, double predicted2, double observed1, double observed2) {
    voxels++;
    p1 += predicted1;
    p2 += predicted2;
    o1 += observed1;
    o2 += observed2;
    p1p1 += predicted1 * predicted1;
    p2p2 += predicted2 * predicted2;
    o1o1 += observed1 * observed1;
    o2o2 += observed2 * observed2;
    p1o1 += predicted1 * observed1;
    p1o2 += predicted1 * observed2;
    p2o1 += predicted2 * observed1;
    p2o2 += predicted2 * observed2;
  }

  /**
   * s(p1, o1), s(p1, o2), s(p2, o1), s(p2, o2); 0 where an image is shorter than {@code shortest}.
   */
  double[] similarities(Metric metric, double shortest) {
    boolean centred = metric == Metric.CORRELATION;
    double[] predicted = {length(p1p1, p1, centred), length(p2p2, p2, centred)};
    double[] observed = {length(o1o1, o1, centred), length(o2o2, o2, centred)};
    double[] products = {
      product(p1o1, p1, o1, centred), product(p1o2, p1, o2, centred),
      product(p2o1, p2, o1, centred), product(p2o2, p2, o2, centred)
    };
    for (int i = 0; i < products.length; i++) {
      double p = predicted[i / 2];
      double o = observed[i % 2];
      products[i] = p <= shortest || o <= shortest ? 0 : products[i] / (p * o);
    }
    return products;
  }

  private double length(double squares, double sum, boolean centred) {
    return Math.sqrt(Math.max(0, product(squares, sum, sum, centred)));
  }

  private double product(double products, double sumA, double sumB, boolean centred) {
    return centred ? products - sumA * sumB / voxels : products;
  }
}
