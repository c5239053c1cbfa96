package org.mitchell.norms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.mitchell.files.InputException;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;
import org.mitchell.norms.regression.Regression;
import org.mitchell.random.RandomStreams;
import org.mitchell.random.RandomStreams.Purpose;
import org.mitchell.words.WordIndex;

/**
 * Norms of any words: what people said where they were asked, else what a regression predicts that
 * was trained on all rated words.
 *
 * @param words that have a value of every norm
 * @param left words that do not: they have no vector, and not all norms
 * @param evaluations of each norm, which say what error is to be expected
 * @param values norms x words. Not copied
 * @param rated whether a value is people's, norms x words. Not copied
 */
public record FilledNorms(
    List<String> words,
    List<String> left,
    List<NormResult> evaluations,
    double[][] values,
    boolean[][] rated) {
  /** Words whose vectors are in double precision at a time. */
  private static final int TOGETHER = 1024;

  public FilledNorms {
    words = List.copyOf(words);
    left = List.copyOf(left);
    evaluations = List.copyOf(evaluations);
  }

  /**
   * @param asked each once
   * @param norms the rated words of each norm, all with the same vectors
   * @param rows of those vectors
   * @param regressions the regression for each norm
   * @throws InputException if no word has a value of every norm, or a norm has too few words
   */
  public static FilledNorms of(
      List<String> asked,
      List<RatedVectors> norms,
      VectorRows rows,
      Function<RatedVectors, Regression> regressions,
      EvaluationPlan plan,
      Workers workers,
      Progress progress) {
    var places = new HashMap<String, Integer>();
    asked.forEach(word -> rows.find(word).ifPresent(match -> places.put(word, match.position())));
    List<Map<String, Double>> said = norms.stream().map(data -> said(data, asked)).toList();
    List<String> words =
        asked.stream()
            .filter(
                word ->
                    places.containsKey(word)
                        || said.stream().allMatch(norm -> norm.containsKey(word)))
            .toList();
    if (words.isEmpty()) {
      throw new InputException(
          "%s has a vector for none of the words asked for (%s), and they are not rated either"
              .formatted(rows.vectors().name(), some(asked)));
    }
    var evaluations = new ArrayList<NormResult>();
    for (RatedVectors data : norms) {
      evaluations.add(NormEvaluation.alone(data, regressions.apply(data), plan, workers, progress));
    }
    var values = new double[norms.size()][];
    var rated = new boolean[norms.size()][words.size()];
    var streams = new RandomStreams(plan.seed());
    workers.forEach(
        values.length,
        n -> {
          RatedVectors data = norms.get(n);
          values[n] = predicted(data, regressions.apply(data), words, places, rows, streams);
          for (int w = 0; w < words.size(); w++) {
            Double value = said.get(n).get(words.get(w));
            rated[n][w] = value != null;
            values[n][w] = value != null ? value : values[n][w];
          }
        });
    var kept = new HashSet<String>(words);
    List<String> left = asked.stream().filter(word -> !kept.contains(word)).toList();
    return new FilledNorms(words, left, evaluations, values, rated);
  }

  /** What people said of some words. */
  private static Map<String, Double> said(RatedVectors data, List<String> asked) {
    var index = WordIndex.of(data.norm().table(), data.norm().words());
    var said = new LinkedHashMap<String, Double>();
    index
        .findEach(asked)
        .forEach((word, match) -> said.put(word, data.norm().values()[match.position()]));
    return said;
  }

  private static double[] predicted(
      RatedVectors data,
      Regression regression,
      List<String> words,
      Map<String, Integer> places,
      VectorRows rows,
      RandomStreams streams) {
    int[] all = IntStream.range(0, data.words().size()).toArray();
    var fitted =
        regression.fit(data.rows(), data.values(), all, streams.stream(Purpose.NETWORK, -1, -1));
    int[] known =
        IntStream.range(0, words.size()).filter(w -> places.containsKey(words.get(w))).toArray();
    var predicted = new double[words.size()];
    Arrays.fill(predicted, Double.NaN);
    for (int first = 0; first < known.length; first += TOGETHER) {
      int[] some = Arrays.copyOfRange(known, first, Math.min(known.length, first + TOGETHER));
      double[][] vectors =
          Arrays.stream(some)
              .mapToObj(w -> rows.make(places.get(words.get(w))))
              .toArray(double[][]::new);
      double[] values = fitted.predict(vectors, IntStream.range(0, some.length).toArray());
      for (int k = 0; k < some.length; k++) {
        predicted[some[k]] = values[k];
      }
    }
    return predicted;
  }

  private static String some(List<String> words) {
    return String.join(", ", words.subList(0, Math.min(5, words.size())))
        + (words.size() > 5 ? ", ..." : "");
  }

  /** How many of a norm's values are predicted. */
  public int predictedOf(int norm) {
    return (int) IntStream.range(0, words.size()).filter(w -> !rated[norm][w]).count();
  }
}
