package org.mitchell.evaluation.across;

import java.util.Arrays;
import org.mitchell.encoding.RowCombinations;
import org.mitchell.evaluation.folds.Fold;
import org.mitchell.evaluation.schemes.ProductMatching.Products;

/**
 * Products of a fold in which models are trained on images that came from other participants, and
 * compared with those observed. Images of training words lose their mean; those observed have lost
 * that of all words already (preset paper), and lose the training words' (preset strict).
 */
final class AlignedProducts {
  private final Fold fold;
  private final int[] training;
  private final boolean strict;
  private final double shortest;

  AlignedProducts(Fold fold, int words, boolean strict, double shortest) {
    this.fold = fold;
    this.training = fold.training(words);
    this.strict = strict;
    this.shortest = shortest;
  }

  /**
   * Training images are P Y.
   *
   * @param operator P, training words x training words
   * @param own Y, of the participant that is left out
   */
  Products of(double[][] operator, FoldGram own) {
    double[][] compared = of(operator, own.compared());
    return new Products(
        compared, own.fitted() == own.compared() ? compared : of(operator, own.fitted()), shortest);
  }

  private double[][] of(double[][] operator, double[][] own) {
    double[] means = FoldGram.means(own, training);
    double mean = Arrays.stream(training).mapToDouble(w -> means[w]).average().orElseThrow();
    double[][] left = RowCombinations.of(operator, FoldGram.centred(own, training));
    var products = new double[own.length][own.length];
    for (int a = 0; a < training.length; a++) {
      for (int b = 0; b <= a; b++) {
        // The operator is symmetric.
        set(products, training[a], training[b], product(left[a], operator[b]));
      }
      for (int o : fold.tested()) {
        double sum = 0;
        for (int b = 0; b < training.length; b++) {
          double removed = means[o] + (strict ? means[training[b]] - mean : 0);
          sum += operator[a][b] * (own[training[b]][o] - removed);
        }
        set(products, training[a], o, sum);
      }
    }
    for (int o : fold.tested()) {
      for (int p : fold.tested()) {
        products[o][p] = own[o][p] - (strict ? means[o] + means[p] - mean : 0);
      }
    }
    return products;
  }

  private static void set(double[][] products, int a, int b, double value) {
    products[a][b] = value;
    products[b][a] = value;
  }

  private static double product(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /**
   * The images of a fold: those of the others for training words, and the participant's own for
   * tested ones.
   *
   * @param others words x voxels of the fold
   * @param own of the participant that is left out, on the same voxels
   */
  double[][] images(double[][] others, double[][] own) {
    double[] ofOthers = mean(others);
    double[] ofOwn = strict ? mean(own) : new double[ofOthers.length];
    var images = new double[own.length][ofOthers.length];
    for (int word : training) {
      subtract(others[word], ofOthers, images[word]);
    }
    for (int word : fold.tested()) {
      subtract(own[word], ofOwn, images[word]);
    }
    return images;
  }

  private double[] mean(double[][] images) {
    var mean = new double[images[0].length];
    for (int word : training) {
      for (int v = 0; v < mean.length; v++) {
        mean[v] += images[word][v] / training.length;
      }
    }
    return mean;
  }

  private static void subtract(double[] image, double[] mean, double[] difference) {
    for (int v = 0; v < mean.length; v++) {
      difference[v] = image[v] - mean[v];
    }
  }
}
