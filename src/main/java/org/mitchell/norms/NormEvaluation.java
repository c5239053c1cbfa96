package org.mitchell.norms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.RandomGenerator;
import org.mitchell.files.InputException;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;
import org.mitchell.norms.regression.FittedRegression;
import org.mitchell.norms.regression.GroupFits;
import org.mitchell.norms.regression.Regression;
import org.mitchell.norms.regression.RidgeRegression;
import org.mitchell.random.RandomStreams;
import org.mitchell.random.RandomStreams.Purpose;
import org.mitchell.text.Counted;

/**
 * Predicts every word by regressions that were trained without it, in repeated k-fold
 * cross-validation; beside it what fewer words, shuffled values and the words' frequency alone
 * give. Each fit is one piece of work and writes only what is its own.
 */
public final class NormEvaluation {
  /** A learning curve has the whole of the training words, a half, a quarter, ... */
  private static final int STEPS = 5;

  private static final int FEWEST_OF_A_CURVE = 10;

  private final RatedVectors data;
  private final Regression regression;
  private final WordFolds folds;
  private final RandomStreams streams;
  private final Workers workers;
  private final Progress progress;

  private NormEvaluation(
      RatedVectors data,
      Regression regression,
      EvaluationPlan plan,
      Workers workers,
      Progress progress) {
    this.data = data;
    this.regression = regression;
    this.streams = new RandomStreams(plan.seed());
    this.folds = WordFolds.drawn(place(), data.places(), plan.folds(), plan.repeats(), streams);
    this.workers = workers;
    this.progress = progress;
  }

  /**
   * Evaluates with everything beside it.
   *
   * @param frequency how often each of the words comes in a corpus; nothing where nobody knows
   * @throws InputException if there are too few words
   */
  public static NormResult of(
      RatedVectors data,
      Regression regression,
      EvaluationPlan plan,
      Optional<double[]> frequency,
      Workers workers,
      Progress progress) {
    var evaluation = new NormEvaluation(data, regression, plan, workers, progress);
    evaluation.requireWords();
    progress.begin("fit " + data.norm().name(), "models", evaluation.models());
    var predicted = new double[plan.repeats()][data.words().size()];
    List<FoldScore> scores = evaluation.scores(data, regression, plan.repeats(), predicted);
    List<CurvePoint> curve = evaluation.curve(scores);
    Agreement chance = evaluation.chance();
    progress.end();
    Optional<Agreement> byFrequency = frequency.map(evaluation::byFrequency);
    return new NormResult(
        data, evaluation.folds, scores, means(predicted), curve, chance, byFrequency);
  }

  /** Evaluates, and nothing beside it. */
  public static NormResult alone(
      RatedVectors data,
      Regression regression,
      EvaluationPlan plan,
      Workers workers,
      Progress progress) {
    var evaluation = new NormEvaluation(data, regression, plan, workers, progress);
    evaluation.requireWords();
    progress.begin("fit " + data.norm().name(), "models", (long) plan.folds() * plan.repeats());
    var predicted = new double[plan.repeats()][data.words().size()];
    List<FoldScore> scores = evaluation.scores(data, regression, plan.repeats(), predicted);
    progress.end();
    return new NormResult(
        data,
        evaluation.folds,
        scores,
        means(predicted),
        List.of(),
        Agreement.NONE,
        Optional.empty());
  }

  private String place() {
    return "%s: '%s'".formatted(data.norm().table(), data.norm().name());
  }

  private void requireWords() {
    int fewest = regression.fewestWords(data.features());
    for (int fold = 0; fold < folds.folds(); fold++) {
      int trained = folds.words(0, fold, false).length;
      if (trained < fewest) {
        throw new InputException(
            "%s: %s to train on where this model needs %,d or more for %s. Take the ridge model, or rate more words"
                .formatted(
                    place(),
                    Counted.of(trained, "word"),
                    fewest,
                    Counted.of(data.features(), "feature")));
      }
    }
  }

  private long models() {
    return (long) folds.folds() * (folds.repeats() + curveSteps().length + 1);
  }

  private List<FoldScore> scores(
      RatedVectors of, Regression by, int repeats, double[][] predicted) {
    var scores = new FoldScore[repeats * folds.folds()];
    List<List<int[]>> groups = IntStream.range(0, repeats).mapToObj(folds::words).toList();
    List<GroupFits> fits =
        groups.stream().map(words -> by.leavingOut(of.rows(), of.values(), words)).toList();
    workers.forEach(
        scores.length,
        piece -> {
          int repeat = piece / folds.folds();
          int fold = piece % folds.folds();
          int[] tested = groups.get(repeat).get(fold);
          var chance = streams.stream(Purpose.NETWORK, repeat, fold);
          FittedRegression fitted = fits.get(repeat).without(fold, chance);
          double[] values = fitted.predict(of.rows(), tested);
          for (int i = 0; i < tested.length; i++) {
            predicted[repeat][tested[i]] = values[i];
          }
          scores[piece] =
              new FoldScore(
                  repeat,
                  fold,
                  of.words().size() - tested.length,
                  tested.length,
                  Agreement.of(at(of.values(), tested), values),
                  fitted.penalty(),
                  fitted.atEdge());
          progress.advance(1);
        });
    return List.of(scores);
  }

  /** Shares of the training words, as powers of one half. */
  private int[] curveSteps() {
    int trained = folds.words(0, 0, false).length;
    int fewest = Math.max(FEWEST_OF_A_CURVE, regression.fewestWords(data.features()));
    return IntStream.range(1, STEPS).filter(step -> trained >> step >= fewest).toArray();
  }

  /** Learning curve over the folds of the first repeat; its end is the evaluation itself. */
  private List<CurvePoint> curve(List<FoldScore> scores) {
    int[] steps = curveSteps();
    var agreements = new Agreement[steps.length * folds.folds()];
    workers.forEach(
        agreements.length,
        piece -> {
          int fold = piece % folds.folds();
          int step = steps[piece / folds.folds()];
          int[] some = some(folds.words(0, fold, false), fold, step);
          int[] tested = folds.words(0, fold, true);
          var chance = streams.stream(Purpose.NETWORK, -1 - step, fold);
          double[] values =
              regression.fit(data.rows(), data.values(), some, chance).predict(data.rows(), tested);
          agreements[piece] = Agreement.of(at(data.values(), tested), values);
          progress.advance(1);
        });
    var points = new ArrayList<CurvePoint>();
    for (int s = steps.length - 1; s >= 0; s--) {
      List<Agreement> of = List.of(agreements).subList(s * folds.folds(), (s + 1) * folds.folds());
      int step = steps[s];
      double words =
          scores.stream()
              .filter(x -> x.repeat() == 0)
              .mapToInt(x -> x.trained() >> step)
              .average()
              .orElseThrow();
      points.add(new CurvePoint(Math.round(words), Agreement.mean(of)));
    }
    List<FoldScore> first = scores.stream().filter(score -> score.repeat() == 0).toList();
    points.add(
        new CurvePoint(
            Math.round(first.stream().mapToInt(FoldScore::trained).average().orElseThrow()),
            Agreement.mean(first.stream().map(FoldScore::agreement).toList())));
    return List.copyOf(points);
  }

  /** A part of the training words, which holds every smaller part. */
  private int[] some(int[] words, int fold, int step) {
    int[] shuffled = words.clone();
    shuffle(shuffled, streams.stream(Purpose.LEARNING_CURVE, fold, 0));
    int[] part = Arrays.copyOf(shuffled, shuffled.length >> step);
    Arrays.sort(part);
    return part;
  }

  /** The same model and the folds of the first repeat, the values shuffled among the words. */
  private Agreement chance() {
    int[] order = IntStream.range(0, data.values().length).toArray();
    shuffle(order, streams.stream(Purpose.SHUFFLED_VALUES, 0, 0));
    RatedVectors shuffled = data.withValues(at(data.values(), order));
    return mean(scores(shuffled, regression, 1, new double[1][order.length]));
  }

  /** Least squares from the logarithm of how often a word comes, on the same folds. */
  private Agreement byFrequency(double[] counts) {
    double[] logarithms = Arrays.stream(counts).map(Math::log1p).toArray();
    RatedVectors one = data.withFeature(logarithms);
    var predicted = new double[folds.repeats()][counts.length];
    return mean(scores(one, RidgeRegression.leastSquares(), folds.repeats(), predicted));
  }

  private static Agreement mean(List<FoldScore> scores) {
    return Agreement.mean(scores.stream().map(FoldScore::agreement).toList());
  }

  private static double[] means(double[][] predicted) {
    var means = new double[predicted[0].length];
    for (double[] repeat : predicted) {
      for (int w = 0; w < means.length; w++) {
        means[w] += repeat[w] / predicted.length;
      }
    }
    return means;
  }

  private static double[] at(double[] values, int[] words) {
    return Arrays.stream(words).mapToDouble(w -> values[w]).toArray();
  }

  private static void shuffle(int[] numbers, RandomGenerator random) {
    for (int i = numbers.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int kept = numbers[i];
      numbers[i] = numbers[other];
      numbers[other] = kept;
    }
  }
}
