package org.mitchell.evaluation.ranks;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.mitchell.encoding.EncodingModel;
import org.mitchell.encoding.EncodingOptions;
import org.mitchell.encoding.HeldOutModel;
import org.mitchell.encoding.RowCombinations;
import org.mitchell.evaluation.Metric;
import org.mitchell.fmri.WordImages;
import org.mitchell.jobs.Workers;

/**
 * Which of many words an image is of: the candidates by how alike the images that one model
 * predicts of them are to it (Mitchell et al. 2008).
 *
 * <p>Unlike {@link RankEvaluation} it takes any image, and makes the images of the candidates: they
 * are compared over whatever voxels the image has.
 */
public final class Identification {
  /** Candidates whose images are in memory at a time, a thread. */
  private static final int CHUNK = 32;

  private final List<String> words;
  private final double[][] weights;
  private final double[][] parts;
  private final int[] columns;
  private final Metric metric;
  private final Workers workers;

  /**
   * @param weights candidates x parts
   * @param parts what predicted images are combinations of, parts x columns
   */
  private Identification(
      List<String> words,
      double[][] weights,
      double[][] parts,
      int[] columns,
      Metric metric,
      Workers workers) {
    this.words = words;
    this.weights = weights;
    this.parts = parts;
    this.columns = columns;
    this.metric = metric;
    this.workers = workers;
  }

  /**
   * By a model of all words.
   *
   * @param columns the voxel columns that are compared
   */
  public static Identification by(
      EncodingModel model,
      CandidateWords candidates,
      int[] columns,
      Metric metric,
      Workers workers) {
    double[][] weights =
        Arrays.stream(candidates.rawFeatures())
            .map(model.scaling()::apply)
            .toArray(double[][]::new);
    float[][] signatures = model.signatures();
    var parts = new double[signatures.length][columns.length];
    for (int f = 0; f < parts.length; f++) {
      for (int i = 0; i < columns.length; i++) {
        parts[f][i] = signatures[f][columns[i]];
      }
    }
    return new Identification(candidates.words(), weights, parts, columns, metric, workers);
  }

  /**
   * By the model of all words but one.
   *
   * @param word number of the word that is left out
   * @param images the images of all words; whether their mean was removed makes no difference
   * @param rawFeatures unscaled features of all words, words x features
   * @param columns the voxel columns that are compared
   */
  public static Identification without(
      int word,
      WordImages images,
      double[][] rawFeatures,
      EncodingOptions options,
      CandidateWords candidates,
      int[] columns,
      Metric metric,
      Workers workers) {
    var model = HeldOutModel.without(word, rawFeatures, options);
    double[][] byPart = model.weights(candidates.rawFeatures());
    var weights = new double[candidates.size()][byPart.length];
    for (int c = 0; c < weights.length; c++) {
      for (int k = 0; k < byPart.length; k++) {
        weights[c][k] = byPart[k][c];
      }
    }
    double[][] rows = FoldImages.onVoxels(images.withoutMean(), columns, Metric.COSINE);
    double[][] parts = RowCombinations.of(model.directions(), rows, workers);
    return new Identification(candidates.words(), weights, parts, columns, metric, workers);
  }

  /**
   * What came of an image.
   *
   * @param guesses all candidates, the likeliest first
   * @param comparedVoxels how many of the voxels have a value in the image
   */
  public record Identified(List<Guess> guesses, int comparedVoxels) {}

  /** How many voxels are compared, where an image has them all. */
  public int voxels() {
    return columns.length;
  }

  /**
   * Ranks the candidates.
   *
   * @param image a value a voxel column of the model, as deviations from the mean image; NaN where
   *     there is none
   * @throws IllegalArgumentException if the image has no two values at the voxels that are
   *     compared, or these are all the same
   */
  public Identified identify(float[] image, Softmax softmax) {
    int[] defined =
        IntStream.range(0, columns.length).filter(i -> Float.isFinite(image[columns[i]])).toArray();
    double[] observed = Arrays.stream(defined).mapToDouble(i -> image[columns[i]]).toArray();
    if (Arrays.stream(observed).distinct().limit(2).count() < 2) {
      throw new IllegalArgumentException(
          "%d of %,d compared voxels have a value, and they are all the same"
              .formatted(defined.length, columns.length));
    }
    double[][] compared =
        defined.length == columns.length
            ? parts
            : Arrays.stream(parts).map(part -> gather(part, defined)).toArray(double[][]::new);
    return new Identified(
        Guess.ranked(words, similarities(centred(observed), compared), softmax), defined.length);
  }

  private double[] similarities(double[] observed, double[][] compared) {
    var products = new double[words.size()];
    var lengths = new double[words.size()];
    workers.forEach(
        (words.size() + CHUNK - 1) / CHUNK,
        chunk -> {
          int from = chunk * CHUNK;
          double[][] some = Arrays.copyOfRange(weights, from, Math.min(words.size(), from + CHUNK));
          double[][] predicted = RowCombinations.of(some, compared);
          for (int c = 0; c < some.length; c++) {
            double[] one = centred(predicted[c]);
            products[from + c] = product(one, observed);
            lengths[from + c] = Math.sqrt(product(one, one));
          }
        });
    double shortest = Metric.shortest(Arrays.stream(lengths).max().orElse(0));
    double length = Math.sqrt(product(observed, observed));
    for (int c = 0; c < products.length; c++) {
      products[c] = lengths[c] <= shortest ? 0 : products[c] / (lengths[c] * length);
    }
    return products;
  }

  /** For the correlation, an image without its own mean. */
  private double[] centred(double[] image) {
    if (metric == Metric.COSINE) {
      return image;
    }
    double mean = Arrays.stream(image).sum() / image.length;
    return Arrays.stream(image).map(value -> value - mean).toArray();
  }

  private static double product(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static double[] gather(double[] values, int[] positions) {
    return Arrays.stream(positions).mapToDouble(i -> values[i]).toArray();
  }
}
