package org.mitchell.analysis;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.mitchell.encoding.FeatureScaling;
import org.mitchell.evaluation.EncodingAnalysis;
import org.mitchell.evaluation.HeldOutImages;
import org.mitchell.jobs.Workers;

/**
 * How alike the words of a fit are, by what they are predicted from, by the images that are
 * predicted of them when they are held out, and by those that were observed: words x words
 * matrices. Features by cosine; images, as deviations from their mean over words, by cosine over
 * the voxels compared.
 *
 * @param features by the scaled feature vectors
 * @param predicted by the held-out predictions
 * @param observed by the observed images
 * @param voxels how many voxels are compared: the most stable over all words, as many as the fit
 *     compares
 */
public record WordSimilarities(
    double[][] features, double[][] predicted, double[][] observed, int voxels) {

  /**
   * @param scaling of the model's features
   */
  public static WordSimilarities of(
      EncodingAnalysis analysis, FeatureScaling scaling, Workers workers) {
    HeldOutImages heldOut = HeldOutImages.of(analysis, workers);
    int[] columns = analysis.comparedVoxels(workers);
    double[][] vectors =
        Arrays.stream(analysis.rawFeatures()).map(scaling::apply).toArray(double[][]::new);
    return new WordSimilarities(
        cosines(vectors),
        cosines(withoutMean(heldOut.predicted(columns, workers))),
        cosines(analysis.imageRows().withoutMean().at(columns)),
        columns.length);
  }

  /** The correlation of two matrices over the pairs of different words. */
  public static double agreement(double[][] one, double[][] other) {
    return new PearsonsCorrelation().correlation(pairs(one), pairs(other));
  }

  private static double[] pairs(double[][] matrix) {
    return IntStream.range(0, matrix.length)
        .boxed()
        .flatMapToDouble(i -> IntStream.range(0, i).mapToDouble(j -> matrix[i][j]))
        .toArray();
  }

  private static double[][] withoutMean(double[][] rows) {
    double[][] centred = Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
    for (int v = 0; v < rows[0].length; v++) {
      double mean = 0;
      for (double[] row : rows) {
        mean += row[v] / rows.length;
      }
      for (double[] row : centred) {
        row[v] -= mean;
      }
    }
    return centred;
  }

  private static double[][] cosines(double[][] rows) {
    double[] lengths = Arrays.stream(rows).mapToDouble(WordSimilarities::length).toArray();
    var cosines = new double[rows.length][rows.length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j <= i; j++) {
        double product = 0;
        for (int v = 0; v < rows[i].length; v++) {
          product += rows[i][v] * rows[j][v];
        }
        double cosine = i == j ? 1 : Math.max(-1, Math.min(1, product / (lengths[i] * lengths[j])));
        cosines[i][j] = cosine;
        cosines[j][i] = cosine;
      }
    }
    return cosines;
  }

  private static double length(double[] row) {
    return Math.sqrt(Arrays.stream(row).map(value -> value * value).sum());
  }
}
