package org.mitchell.vectors.questions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.random.RandomGenerator;
import org.mitchell.files.InputException;
import org.mitchell.random.RandomStreams;
import org.mitchell.random.RandomStreams.Purpose;
import org.mitchell.vectors.Correlation;
import org.mitchell.vectors.WordVectors;
import org.mitchell.words.WordMatch;

/**
 * How far the similarities of vectors agree with people's.
 *
 * @param pairs in the table
 * @param covered those of which both words have vectors; the others do not count
 * @param spearman of cosine and judgement, ties at the mean of their ranks; NaN below three pairs
 * @param pearson of the same
 * @param low of the 95% interval of Spearman's: percentiles over resamples of the covered pairs
 * @param high of the same
 */
public record PairScore(
    String table,
    int pairs,
    int covered,
    double spearman,
    double pearson,
    double low,
    double high) {
  private static final int RESAMPLES = 1000;
  private static final double TAIL = 0.025;
  private static final int FEWEST = 3;

  /** Asks the vectors for all pairs. */
  public static PairScore of(
      WordPairs table, WordVectors vectors, Metric metric, RandomStreams streams) {
    var judged = new ArrayList<Double>();
    var cosines = new ArrayList<Double>();
    for (var pair : table.pairs()) {
      Optional<WordMatch> first = find(vectors, pair.first());
      Optional<WordMatch> second = find(vectors, pair.second());
      if (first.isPresent() && second.isPresent()) {
        double value =
            metric.of(
                vectors.vector(first.get().position()), vectors.vector(second.get().position()));
        if (!Double.isNaN(value)) {
          judged.add(pair.judged());
          cosines.add(metric == Metric.EUCLID ? -value : value);
        }
      }
    }
    double[] x = array(judged);
    double[] y = array(cosines);
    if (x.length < FEWEST) {
      return new PairScore(
          table.name(),
          table.pairs().size(),
          x.length,
          Double.NaN,
          Double.NaN,
          Double.NaN,
          Double.NaN);
    }
    double[] resampled = resampled(x, y, streams);
    return new PairScore(
        table.name(),
        table.pairs().size(),
        x.length,
        Correlation.spearman(x, y),
        Correlation.pearson(x, y),
        percentile(resampled, TAIL),
        percentile(resampled, 1 - TAIL));
  }

  /** A word that may be several of the vocabulary is none of it. */
  private static Optional<WordMatch> find(WordVectors vectors, String word) {
    try {
      return vectors.find(word);
    } catch (InputException e) {
      return Optional.empty();
    }
  }

  private static double[] resampled(double[] x, double[] y, RandomStreams streams) {
    var values = new double[RESAMPLES];
    var a = new double[x.length];
    var b = new double[x.length];
    for (int r = 0; r < RESAMPLES; r++) {
      RandomGenerator random = streams.stream(Purpose.WORD_PAIRS, r, 0);
      for (int i = 0; i < a.length; i++) {
        int drawn = random.nextInt(x.length);
        a[i] = x[drawn];
        b[i] = y[drawn];
      }
      values[r] = Correlation.spearman(a, b);
    }
    double[] sorted = Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
    Arrays.sort(sorted);
    return sorted;
  }

  /** Between the two nearest values, as NumPy's. */
  private static double percentile(double[] sorted, double share) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    double at = share * (sorted.length - 1);
    int below = (int) at;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(v -> v).toArray();
  }
}
