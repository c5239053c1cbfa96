package org.mitchell.inference;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.distribution.TDistribution;
import org.mitchell.encoding.EncodingModel;
import org.mitchell.encoding.FittedModel;
import org.mitchell.encoding.SignatureErrors;
import org.mitchell.evaluation.EncodingAnalysis;
import org.mitchell.evaluation.intervals.Subsamples;
import org.mitchell.fmri.WordImages;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;

/**
 * How sure the signatures of a participant are: standard errors over words of every coefficient,
 * and for every voxel how much its signatures of two halves of the words agree.
 *
 * @param words how many there are, n
 * @param features their names
 * @param errors of the model of all words
 * @param halves how often the words were halved
 * @param stability a value a voxel: the mean, over the halvings, of the correlation over features
 *     of the coefficients of both halves' models; NaN with fewer than three features, and where a
 *     voxel has the same coefficient for all features. Not copied
 */
public record SignatureUncertainty(
    int words, List<String> features, SignatureErrors errors, int halves, double[] stability) {
  /** How many intervals exclude 0 where there is nothing. */
  public static final double BY_CHANCE = 0.05;

  /** The correlation of two features is 1 or -1 whatever they are. */
  private static final int FEWEST_FEATURES = 3;

  /**
   * @param features their names, in the order of the analysis
   * @param halves some of the words each; the others are the other half. Each half is fitted as if
   *     there were no other words, penalties that are chosen included
   */
  public static SignatureUncertainty of(
      EncodingAnalysis analysis,
      List<String> features,
      Subsamples halves,
      Workers workers,
      Progress progress) {
    return new SignatureUncertainty(
        analysis.size(),
        List.copyOf(features),
        SignatureErrors.of(
            analysis.rawFeatures(),
            analysis.images(),
            analysis.encoding(),
            () -> analysis.comparedVoxels(workers),
            workers),
        halves.count(),
        stability(analysis, features, halves, workers, progress));
  }

  private static double[] stability(
      EncodingAnalysis analysis,
      List<String> features,
      Subsamples halves,
      Workers workers,
      Progress progress) {
    var mean = new double[analysis.responses().voxels()];
    if (features.size() < FEWEST_FEATURES) {
      Arrays.fill(mean, Double.NaN);
      return mean;
    }
    var each = new double[halves.count()][];
    progress.begin("stability", "halvings", each.length);
    try (var alone = new Workers(1)) {
      workers.forEach(
          each.length,
          i -> {
            int[] half = halves.subsets()[i];
            each[i] =
                correlation(
                    signatures(analysis.ofWords(half), features, alone),
                    signatures(analysis.ofWords(others(half, analysis.size())), features, alone));
            progress.advance(1);
          });
    }
    progress.end();
    for (double[] one : each) {
      for (int v = 0; v < mean.length; v++) {
        mean[v] += one[v] / each.length;
      }
    }
    return mean;
  }

  private static int[] others(int[] half, int words) {
    var others = new int[words - half.length];
    int next = 0;
    for (int w = 0; w < words; w++) {
      if (Arrays.binarySearch(half, w) < 0) {
        others[next++] = w;
      }
    }
    return others;
  }

  private static float[][] signatures(
      EncodingAnalysis some, List<String> features, Workers workers) {
    WordImages images = some.images();
    EncodingModel model =
        FittedModel.of(
                some.words(),
                features,
                some.rawFeatures(),
                images,
                some.encoding(),
                () -> some.comparedVoxels(workers),
                workers)
            .model(workers);
    return model.signatures().all();
  }

  /** Pearson's correlation of the columns of two matrices, features x voxels. */
  private static double[] correlation(float[][] one, float[][] other) {
    var r = new double[one[0].length];
    for (int v = 0; v < r.length; v++) {
      double meanOne = 0;
      double meanOther = 0;
      for (int f = 0; f < one.length; f++) {
        meanOne += one[f][v] / one.length;
        meanOther += other[f][v] / one.length;
      }
      double squaresOne = 0;
      double squaresOther = 0;
      double products = 0;
      for (int f = 0; f < one.length; f++) {
        double a = one[f][v] - meanOne;
        double b = other[f][v] - meanOther;
        squaresOne += a * a;
        squaresOther += b * b;
        products += a * b;
      }
      r[v] = products / Math.sqrt(squaresOne * squaresOther);
    }
    return r;
  }

  /** How many standard errors the 95% interval has on either side, by t with n - 1 degrees. */
  public double margin() {
    return new TDistribution(words - 1.0).inverseCumulativeProbability(1 - BY_CHANCE / 2);
  }

  /** In how many voxels the interval of a feature's coefficient excludes 0, by its number. */
  public int excludingZero(int feature) {
    double margin = margin();
    double[] coefficients = errors.coefficients()[feature];
    double[] standardErrors = errors.standardErrors()[feature];
    int count = 0;
    for (int v = 0; v < coefficients.length; v++) {
      count += Math.abs(coefficients[v]) > margin * standardErrors[v] ? 1 : 0;
    }
    return count;
  }

  /** The stability that half of the voxels reach; NaN where none has any. */
  public double medianStability() {
    double[] sorted = Arrays.stream(stability).filter(r -> !Double.isNaN(r)).sorted().toArray();
    int n = sorted.length;
    return n == 0 ? Double.NaN : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
  }
}
