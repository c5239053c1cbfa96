package org.mitchell.norms;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * How well a norm is predicted from vectors.
 *
 * @param data the words, their vectors and values
 * @param folds which fold each word was in
 * @param scores fold by fold, repeats one after the other
 * @param predicted the mean over the repeats of each word's predictions, none by a model that was
 *     trained on the word. Not copied
 * @param curve what fewer words to learn from give, ascending; ends with all there are
 * @param chance what shuffled values give
 * @param frequency what the logarithm of the words' frequency gives, where that is known
 */
public record NormResult(
    RatedVectors data,
    WordFolds folds,
    List<FoldScore> scores,
    double[] predicted,
    List<CurvePoint> curve,
    Agreement chance,
    Optional<Agreement> frequency) {
  private static final double UPPER = 0.975;

  public NormResult {
    scores = List.copyOf(scores);
    curve = List.copyOf(curve);
  }

  /** The mean over all folds of all repeats. */
  public Agreement agreement() {
    return Agreement.mean(scores.stream().map(FoldScore::agreement).toList());
  }

  /**
   * Lower and upper end.
   *
   * @param low NaN where there is no interval
   */
  public record Interval(double low, double high) {}

  /**
   * The 95% interval of R2: a t interval over the folds, whose variance is enlarged for the words
   * that training sets share, (1 / J + tested / trained) s^2 with J folds in all (Nadeau and Bengio
   * 2003, Machine Learning 52:239).
   */
  public Interval interval() {
    double[] values =
        scores.stream()
            .mapToDouble(score -> score.agreement().r2())
            .filter(value -> !Double.isNaN(value))
            .toArray();
    if (values.length < 2) {
      return new Interval(Double.NaN, Double.NaN);
    }
    double mean =
        IntStream.range(0, values.length).mapToDouble(i -> values[i]).average().orElseThrow();
    double squares =
        IntStream.range(0, values.length)
            .mapToDouble(i -> (values[i] - mean) * (values[i] - mean))
            .sum();
    double tested = scores.stream().mapToInt(FoldScore::tested).sum();
    double trained = scores.stream().mapToInt(FoldScore::trained).sum();
    double variance = squares / (values.length - 1) * (1.0 / values.length + tested / trained);
    double half =
        new TDistribution(values.length - 1.0).inverseCumulativeProbability(UPPER)
            * Math.sqrt(variance);
    return new Interval(mean - half, mean + half);
  }

  /** The median of the penalties of the folds, the lower of two; nothing for other models. */
  public OptionalDouble penalty() {
    double[] penalties =
        scores.stream().flatMapToDouble(score -> score.penalty().stream()).sorted().toArray();
    return penalties.length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(penalties[(penalties.length - 1) / 2]);
  }

  /** In how many folds the penalty was the smallest or largest there was to choose. */
  public int atEdge() {
    return (int) scores.stream().filter(FoldScore::atEdge).count();
  }

  /** The words that are predicted worst, by the absolute difference, the worst first. */
  public List<Integer> worst(int most) {
    var differences = new double[predicted.length];
    for (int w = 0; w < differences.length; w++) {
      differences[w] = Math.abs(data.values()[w] - predicted[w]);
    }
    double[] sorted = differences.clone();
    Arrays.sort(sorted);
    double least = sorted[Math.max(0, sorted.length - most)];
    return IntStream.range(0, differences.length)
        .filter(w -> differences[w] >= least)
        .boxed()
        .sorted(Comparator.comparingDouble(w -> -differences[w]))
        .limit(most)
        .toList();
  }
}
