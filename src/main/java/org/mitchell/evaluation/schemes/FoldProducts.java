package org.mitchell.evaluation.schemes;

import java.util.Arrays;

/**
 * All that matching needs of a fold's images: inner products over the fold's voxels.
 *
 * <p>A prediction is a weighted sum of training images, p = v'Y. So |p|^2 = v'Gv with G the
 * products of the training images with each other, and p.o = v'g with g their products with the
 * observed image o.
 */
final class FoldProducts {
  /**
   * Where a training mean was removed from the products, squares of observed images below this
   * share of the largest product are rounding noise: such an image has no direction.
   */
  private static final double NOISE = 1e-13;

  /** Whether the mean of the training images was subtracted from each image. */
  final boolean trainingMeanRemoved;

  /** G, the lower triangle with its diagonal, row after row. */
  final double[] training;

  /** g, tested x training words. */
  final double[][] observed;

  /** |o|^2, a value a tested word; 0 where the image has no direction. */
  final double[] observedSquares;

  /** A prediction whose square is not above this has no direction. */
  final double smallestSquare;

  /**
   * @param products of all images, images x images
   * @param images which of them a fold has
   * @param removeTrainingMean whether the mean of the training images is subtracted from each image
   * @param shortest an image no longer than this is rounding noise
   */
  FoldProducts(double[][] products, Images images, boolean removeTrainingMean, double shortest) {
    this.trainingMeanRemoved = removeTrainingMean;
    int[] trained = images.training;
    double[] means = removeTrainingMean ? means(products, trained) : new double[products.length];
    double mean = removeTrainingMean ? meanOf(means, trained) : 0;
    this.training = new double[trained.length * (trained.length + 1) / 2];
    int next = 0;
    for (int a = 0; a < trained.length; a++) {
      for (int b = 0; b <= a; b++) {
        training[next++] = product(products, means, mean, trained[a], trained[b]);
      }
    }
    this.smallestSquare = shortest * shortest;
    double noise = removeTrainingMean ? NOISE * largest(products) : 0;
    this.observed = new double[images.observed.length][trained.length];
    this.observedSquares = new double[images.observed.length];
    for (int t = 0; t < observed.length; t++) {
      int o = images.observed[t];
      for (int w = 0; w < trained.length; w++) {
        observed[t][w] = product(products, means, mean, o, trained[w]);
      }
      double square = product(products, means, mean, o, o);
      observedSquares[t] = square > Math.max(noise, smallestSquare) ? square : 0;
    }
  }

  /**
   * Numbers of a fold's images.
   *
   * @param training of the training words
   * @param observed of the tested words
   */
  record Images(int[] training, int[] observed) {}

  /** (a - m).(b - m) of images a and b and the training mean m. */
  private static double product(double[][] products, double[] means, double mean, int a, int b) {
    return products[a][b] - means[a] - means[b] + mean;
  }

  /** The product of each image with the training mean. */
  private static double[] means(double[][] products, int[] trained) {
    return Arrays.stream(products).mapToDouble(row -> meanOf(row, trained)).toArray();
  }

  private static double largest(double[][] products) {
    double largest = 0;
    for (int i = 0; i < products.length; i++) {
      largest = Math.max(largest, products[i][i]);
    }
    return largest;
  }

  private static double meanOf(double[] values, int[] trained) {
    double sum = 0;
    for (int t : trained) {
      sum += values[t];
    }
    return sum / trained.length;
  }
}
