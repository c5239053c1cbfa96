package org.mitchell.evaluation.folds;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.mitchell.encoding.Preset;
import org.mitchell.evaluation.EncodingAnalysis;
import org.mitchell.fmri.Responses;

/**
 * A fold by its definition: stability from the responses to the training words, a model fitted on
 * these words by the normal equations, cosines over the voxels chosen. Features are scaled to unit
 * length.
 */
final class SlowCrossValidation {
  private final EncodingAnalysis analysis;
  private final int[] training;

  SlowCrossValidation(EncodingAnalysis analysis, int[] training) {
    this.analysis = analysis;
    this.training = training;
  }

  /** s(p1, o1), s(p1, o2), s(p2, o1), s(p2, o2) of two tested words. */
  double[] cosines(int first, int second) {
    int[] voxels = voxels();
    RealMatrix predicted = predicted(new int[] {first, second}, voxels);
    RealMatrix observed = images(new int[] {first, second}, voxels);
    var cosines = new double[4];
    for (int i = 0; i < 4; i++) {
      var p = predicted.getRowVector(i / 2);
      var o = observed.getRowVector(i % 2);
      cosines[i] = p.cosine(o);
    }
    return cosines;
  }

  /** The most stable voxels by the training words, or all. */
  private int[] voxels() {
    Responses responses = analysis.responses();
    int[] all = IntStream.range(0, responses.voxels()).toArray();
    if (analysis.options().voxels().isEmpty()) {
      return all;
    }
    double[] stability = Arrays.stream(all).mapToDouble(this::stability).toArray();
    return Arrays.stream(all)
        .boxed()
        .sorted(Comparator.comparingDouble(v -> -stability[v]))
        .limit(analysis.options().voxels().getAsInt())
        .mapToInt(v -> v)
        .toArray();
  }

  private double stability(int voxel) {
    Responses responses = analysis.responses();
    int presentations = responses.commonPresentations();
    List<double[]> series =
        IntStream.range(0, presentations)
            .mapToObj(
                p ->
                    Arrays.stream(training)
                        .mapToDouble(w -> responses.trial(w, p)[voxel])
                        .toArray())
            .toList();
    double sum = 0;
    for (int p = 0; p < presentations; p++) {
      for (int q = p + 1; q < presentations; q++) {
        sum += new PearsonsCorrelation().correlation(series.get(p), series.get(q));
      }
    }
    return sum;
  }

  private RealMatrix predicted(int[] words, int[] voxels) {
    RealMatrix x = features(training);
    double ridge = analysis.encoding().ridge();
    RealMatrix normal =
        x.transpose()
            .multiply(x)
            .add(
                MatrixUtils.createRealIdentityMatrix(x.getColumnDimension()).scalarMultiply(ridge));
    RealMatrix coefficients =
        new LUDecomposition(normal)
            .getSolver()
            .solve(x.transpose().multiply(images(training, voxels)));
    return features(words).multiply(coefficients);
  }

  /** Of unit length; in preset strict less their means over the training words. */
  private RealMatrix features(int[] words) {
    double[][] scaled =
        Arrays.stream(analysis.rawFeatures())
            .map(SlowCrossValidation::unit)
            .toArray(double[][]::new);
    return centred(scaled, words, strict() ? training : new int[0]);
  }

  /** The mean over presentations, less the mean of all words; in strict of the training words. */
  private RealMatrix images(int[] words, int[] voxels) {
    Responses responses = analysis.responses();
    int[] all = IntStream.range(0, analysis.size()).toArray();
    var means = new double[all.length][voxels.length];
    for (int w : all) {
      for (int p = 0; p < responses.presentations(w); p++) {
        for (int v = 0; v < voxels.length; v++) {
          means[w][v] += responses.trial(w, p)[voxels[v]] / responses.presentations(w);
        }
      }
    }
    return centred(means, words, strict() ? training : all);
  }

  private boolean strict() {
    return analysis.encoding().preset() == Preset.STRICT;
  }

  private static RealMatrix centred(double[][] rows, int[] words, int[] meanOf) {
    var centred = new double[words.length][];
    for (int i = 0; i < words.length; i++) {
      centred[i] = rows[words[i]].clone();
      for (int c = 0; c < centred[i].length; c++) {
        int column = c;
        centred[i][c] -=
            Arrays.stream(meanOf).mapToDouble(w -> rows[w][column]).average().orElse(0);
      }
    }
    return new Array2DRowRealMatrix(centred);
  }

  private static double[] unit(double[] row) {
    double length = Math.sqrt(Arrays.stream(row).map(x -> x * x).sum());
    return Arrays.stream(row).map(x -> x / length).toArray();
  }
}
