package org.mitchell.evaluation.ceilings;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mitchell.encoding.Preset;
import org.mitchell.evaluation.EncodingAnalysis;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.evaluation.Metric;
import org.mitchell.evaluation.folds.Fold;
import org.mitchell.evaluation.folds.FoldColumns;
import org.mitchell.evaluation.folds.Folds;
import org.mitchell.evaluation.ranks.RankEvaluation;
import org.mitchell.evaluation.schemes.Splitting;
import org.mitchell.files.InputException;
import org.mitchell.jobs.Workers;

/**
 * Identifies words by images in the place of predictions: in the folds of a cross-validation, on
 * the voxels that its models are compared on, by the same metric and rule. Preset paper compares
 * images without their mean over all words, preset strict without that over the words a fold trains
 * on; each side loses its own mean.
 */
public final class ImageIdentification {
  private final EvaluationOptions options;
  private final boolean ranks;
  private final List<Fold> folds;
  private final FoldColumns columns;

  private ImageIdentification(
      EvaluationOptions options, boolean ranks, List<Fold> folds, FoldColumns columns) {
    this.options = options;
    this.ranks = ranks;
    this.folds = folds;
    this.columns = columns;
  }

  /**
   * Chooses the voxels of every fold.
   *
   * @param scheme the folds, which leave out words; nothing where each word is left out by itself
   *     and ranked among all
   * @throws InputException if the words, their categories, the presentations or the voxels do not
   *     allow the scheme
   */
  public static ImageIdentification of(
      EncodingAnalysis analysis, Optional<? extends Splitting> scheme, Workers workers) {
    List<Fold> folds =
        scheme.isPresent()
            ? scheme.get().folds(analysis.responses())
            : Folds.leaveOneOut(analysis.size());
    if (!folds.get(0).leavesWordsOut()) {
      throw new IllegalArgumentException("folds that leave out presentations");
    }
    return new ImageIdentification(
        analysis.options(), scheme.isEmpty(), folds, FoldColumns.of(analysis, folds, workers));
  }

  /**
   * How well words are identified.
   *
   * @param accuracy the share of pairs that are told apart, or the mean percentile of the ranks
   * @param similarity the mean similarity of the two images of a word, over all it was compared in
   */
  public record Score(double accuracy, double similarity) {}

  /** Whether words are ranked, and not told apart in pairs. */
  public boolean ranks() {
    return ranks;
  }

  /** The columns of the voxels that any fold compares, ascending. A copy. */
  public int[] voxels() {
    return columns.candidates().clone();
  }

  /**
   * Identifies every word. Done by the calling thread alone.
   *
   * @param predicted in the place of predictions: words x {@link #voxels}; loses its mean over
   *     words
   * @param observed words x voxels, too; likewise
   */
  public Score score(double[][] predicted, double[][] observed) {
    removeMean(predicted);
    removeMean(observed);
    double shortest = Metric.shortest(Math.max(longest(predicted), longest(observed)));
    double right = 0;
    double own = 0;
    int comparisons = 0;
    for (int f = 0; f < folds.size(); f++) {
      Fold fold = folds.get(f);
      int[] compared = ranks ? everyWord(predicted.length) : fold.tested();
      double[][] foreseen = onVoxels(predicted, compared, fold, columns.positions()[f]);
      double[][] seen = onVoxels(observed, compared, fold, columns.positions()[f]);
      for (int[] pair : ranks ? withOthers(fold.tested()[0], compared.length) : fold.pairs()) {
        double[] s = options.metric().similarities(two(foreseen, pair), two(seen, pair), shortest);
        right += ranks ? RankEvaluation.better(s[0], s[2]) : correct(s);
        own += ranks ? s[0] : (s[0] + s[3]) / 2;
        comparisons++;
      }
    }
    return new Score(right / comparisons, own / comparisons);
  }

  private boolean strict() {
    return options.encoding().preset() == Preset.STRICT;
  }

  private double correct(double[] s) {
    double score = options.match().score(s[0], s[1], s[2], s[3]);
    return strict() ? score : Math.floor(score);
  }

  /** Two rows; the correlation changes them. */
  private double[][] two(double[][] rows, int[] pair) {
    double[] one = rows[pair[0]];
    double[] two = rows[pair[1]];
    return options.metric() == Metric.COSINE
        ? new double[][] {one, two}
        : new double[][] {one.clone(), two.clone()};
  }

  /** Images of some words on the voxels of a fold; preset strict: less its training words' mean. */
  private double[][] onVoxels(double[][] images, int[] words, Fold fold, int[] positions) {
    var mean = new double[positions.length];
    if (strict()) {
      // The mean of all words is 0.
      for (int word : fold.leftOut()) {
        for (int i = 0; i < mean.length; i++) {
          mean[i] -= images[word][positions[i]] / (images.length - fold.leftOut().length);
        }
      }
    }
    var rows = new double[words.length][positions.length];
    for (int w = 0; w < rows.length; w++) {
      double[] image = images[words[w]];
      for (int i = 0; i < mean.length; i++) {
        rows[w][i] = image[positions[i]] - mean[i];
      }
    }
    return rows;
  }

  private static int[] everyWord(int words) {
    return IntStream.range(0, words).toArray();
  }

  private static int[][] withOthers(int word, int words) {
    return IntStream.range(0, words)
        .filter(other -> other != word)
        .mapToObj(other -> new int[] {word, other})
        .toArray(int[][]::new);
  }

  private static void removeMean(double[][] images) {
    for (int v = 0; v < images[0].length; v++) {
      double sum = 0;
      for (double[] image : images) {
        sum += image[v];
      }
      for (double[] image : images) {
        image[v] -= sum / images.length;
      }
    }
  }

  private static double longest(double[][] images) {
    double longest = 0;
    for (double[] image : images) {
      double square = 0;
      for (double value : image) {
        square += value * value;
      }
      longest = Math.max(longest, square);
    }
    return Math.sqrt(longest);
  }
}
