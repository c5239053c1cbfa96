package org.mitchell.evaluation.curves;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mitchell.evaluation.intervals.Subsamples;
import org.mitchell.evaluation.intervals.WordSubsetScore;
import org.mitchell.files.InputException;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;
import org.mitchell.random.RandomStreams;
import org.mitchell.text.Counted;

/**
 * Accuracy against the number of training words.
 *
 * <p>The scheme: for k training words, k + 2 of the words are drawn without replacement and a whole
 * leave-two-out cross-validation is done with them alone, so that each of its models trains on k
 * words; that is repeated with other draws. The sd over draws is the spread between sets of words
 * of that size, not an error of the mean: the draws share words, the more the larger they are.
 *
 * @param points one a number of training words, ascending
 */
public record LearningCurve(List<Point> points) {
  /** Draws of each number of words, unless there is only one way to draw. */
  public static final int USUAL_REPETITIONS = 20;

  /** Fewer training words leave nothing to learn from. */
  private static final int FEWEST = 2;

  private static final int HELD_OUT = 2;

  /**
   * @param trainingWords k
   * @param repetitions how many draws there were
   * @param mean accuracy over the draws
   * @param sd over the draws, with their number less 1; NaN for a single one
   */
  public record Point(int trainingWords, int repetitions, double mean, double sd) {}

  public LearningCurve {
    points = List.copyOf(points);
  }

  /** The numbers of training words to look at: every tenth, and all but two. */
  public static List<Integer> usualSizes(int words) {
    var sizes = new ArrayList<Integer>();
    for (int size = 10; size < words - HELD_OUT; size += 10) {
      sizes.add(size);
    }
    sizes.add(words - HELD_OUT);
    return sizes;
  }

  /**
   * @param score a whole leave-two-out cross-validation with the words it is given
   * @param words how many there are
   * @param sizes numbers of training words; put in order, repeated ones count once
   * @param repetitions draws of each size; one alone where all words are taken
   * @param streams draw i of k training words comes from the stream (SUBSAMPLE, i, k)
   * @throws InputException if a size is below 2 or above the words less the two held out
   */
  public static LearningCurve of(
      WordSubsetScore score,
      int words,
      List<Integer> sizes,
      int repetitions,
      RandomStreams streams,
      Workers workers,
      Progress progress) {
    var points = new ArrayList<Point>();
    for (int size : sizes.stream().sorted().distinct().toList()) {
      requireSize(size, words);
      int draws = size == words - HELD_OUT ? 1 : repetitions;
      var subsets = Subsamples.ofSize(words, size + HELD_OUT, draws, streams, size);
      points.add(point(size, subsets.scores(score, workers, progress)));
    }
    return new LearningCurve(points);
  }

  private static Point point(int size, double[] scores) {
    double mean = Arrays.stream(scores).average().orElseThrow();
    double squares = Arrays.stream(scores).map(s -> (s - mean) * (s - mean)).sum();
    double sd = scores.length < 2 ? Double.NaN : Math.sqrt(squares / (scores.length - 1));
    return new Point(size, scores.length, mean, sd);
  }

  private static void requireSize(int size, int words) {
    if (size < FEWEST || size > words - HELD_OUT) {
      throw new InputException(
          "a learning curve at %s: with %s, two of them held out, numbers from %d to %d are possible"
              .formatted(
                  Counted.of(size, "training word"),
                  Counted.of(words, "word"),
                  FEWEST,
                  words - HELD_OUT));
    }
  }
}
