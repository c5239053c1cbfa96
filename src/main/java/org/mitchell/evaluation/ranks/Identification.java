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
import org.mitchell.jobs.Heap;
import org.mitchell.jobs.Workers;
import org.mitchell.text.Counted;

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
  private final PredictedImages predicted;
  private final int[] columns;
  private final Metric metric;
  private final Workers workers;

  private Identification(
      List<String> words,
      PredictedImages predicted,
      int[] columns,
      Metric metric,
      Workers workers) {
    this.words = words;
    this.predicted = predicted;
    this.columns = columns;
    this.metric = metric;
    this.workers = workers;
  }

  /** The images of the candidates at the voxels that are compared. */
  private sealed interface PredictedImages {
    /** These at some of their voxels. */
    PredictedImages at(int[] positions);

    /** Those from one candidate to before another. */
    double[][] of(int from, int to);
  }

  /**
   * Images that are at hand.
   *
   * @param images candidates x voxels
   */
  private record Made(double[][] images) implements PredictedImages {
    @Override
    public PredictedImages at(int[] positions) {
      return new Made(gathered(images, positions));
    }

    @Override
    public double[][] of(int from, int to) {
      return Arrays.copyOfRange(images, from, to);
    }
  }

  /**
   * Images that are made when they are compared, of fewer parts than there are candidates.
   *
   * @param weights candidates x parts
   * @param parts parts x voxels
   */
  private record Combined(double[][] weights, double[][] parts) implements PredictedImages {
    @Override
    public PredictedImages at(int[] positions) {
      return new Combined(weights, gathered(parts, positions));
    }

    @Override
    public double[][] of(int from, int to) {
      return RowCombinations.of(Arrays.copyOfRange(weights, from, to), parts);
    }
  }

  /**
   * By a model of all words. Of images and signatures the fewer are held, 8 bytes a voxel column.
   *
   * @param columns the voxel columns that are compared
   * @throws org.mitchell.files.InputException if Java may not use as much memory
   */
  public static Identification by(
      EncodingModel model,
      CandidateWords candidates,
      int[] columns,
      Metric metric,
      Workers workers) {
    int features = model.featureNames().size();
    Heap.require(
        "the comparison with %s of %s over %s"
            .formatted(
                Counted.of(candidates.size(), "candidate"),
                Counted.of(features, "feature"),
                Counted.of(columns.length, "voxel")),
        (long) Double.BYTES * columns.length * Math.min(features, candidates.size()),
        "fewer voxels or candidates");
    PredictedImages predicted =
        candidates.size() <= features
            ? new Made(model.predictAt(candidates.rawFeatures(), columns, workers))
            : combined(model, candidates, columns);
    return new Identification(candidates.words(), predicted, columns, metric, workers);
  }

  private static PredictedImages combined(
      EncodingModel model, CandidateWords candidates, int[] columns) {
    double[][] weights =
        Arrays.stream(candidates.rawFeatures())
            .map(model.scaling()::apply)
            .toArray(double[][]::new);
    var parts = new double[model.featureNames().size()][columns.length];
    model
        .signatures()
        .forEach(
            (f, signature) -> {
              for (int i = 0; i < columns.length; i++) {
                parts[f][i] = signature[columns[i]];
              }
            });
    return new Combined(weights, parts);
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
    return new Identification(
        candidates.words(), new Combined(weights, parts), columns, metric, workers);
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
    PredictedImages compared = defined.length == columns.length ? predicted : predicted.at(defined);
    return new Identified(
        Guess.ranked(words, similarities(centred(observed), compared), softmax), defined.length);
  }

  private double[] similarities(double[] observed, PredictedImages compared) {
    var products = new double[words.size()];
    var lengths = new double[words.size()];
    workers.forEach(
        (words.size() + CHUNK - 1) / CHUNK,
        chunk -> {
          int from = chunk * CHUNK;
          double[][] some = compared.of(from, Math.min(words.size(), from + CHUNK));
          for (int c = 0; c < some.length; c++) {
            double[] one = centred(some[c]);
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

  private static double[][] gathered(double[][] images, int[] positions) {
    return Arrays.stream(images)
        .map(image -> Arrays.stream(positions).mapToDouble(i -> image[i]).toArray())
        .toArray(double[][]::new);
  }
}
