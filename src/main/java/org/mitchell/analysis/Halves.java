package org.mitchell.analysis;

import java.util.Arrays;
import java.util.List;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.evaluation.intervals.Subsamples;
import org.mitchell.evaluation.schemes.SchemeEvaluation;
import org.mitchell.evaluation.schemes.Splitting;
import org.mitchell.files.InputException;
import org.mitchell.files.Remedy;
import org.mitchell.fmri.Responses;
import org.mitchell.text.Counted;

/**
 * Whether halves of the words, which intervals rest on, are enough for an evaluation. Checked
 * before anything is computed, and said of the user's own words.
 */
public final class Halves {
  private Halves() {}

  /**
   * @param fewest how many words the evaluation takes
   * @param label what messages call the evaluation
   * @throws InputException if a half has fewer
   */
  public static void require(Subsamples halves, int fewest, String label, String participant) {
    if (halves.size() < fewest) {
      throw new InputException(
          "participant %s: got %s where %d or more are expected: the 95%% interval takes halves of the words, and %s needs %d in each"
              .formatted(
                  participant, Counted.of(halves.words(), "word"), 2 * fewest, label, fewest),
          Remedy.NO_INTERVAL);
    }
  }

  /**
   * @throws InputException if some half of the words does not allow the folds
   */
  public static void requireFolds(
      Subsamples halves, Splitting scheme, SharedWords words, EvaluationOptions options) {
    requireEach(
        halves,
        scheme,
        words,
        options,
        "a half of the %s is too little for %s"
            .formatted(Counted.of(words.responses().words().size(), "word"), scheme.label()),
        Remedy.NO_INTERVAL);
  }

  /**
   * @throws InputException if the categories in some half of the words do not allow the scheme
   */
  static void requireCategories(
      Subsamples halves, Splitting scheme, SharedWords words, EvaluationOptions options) {
    Responses responses = words.responses();
    requireEach(
        halves,
        scheme,
        words,
        options,
        "half of the %s in %d categories is too little for the scheme %s"
            .formatted(
                Counted.of(responses.words().size(), "word"),
                responses.stimuli().stream().map(s -> s.category()).distinct().count(),
                scheme.label()),
        Remedy.NO_INTERVAL_OF_CATEGORIES);
  }

  private static void requireEach(
      Subsamples halves,
      Splitting scheme,
      SharedWords words,
      EvaluationOptions options,
      String problem,
      Remedy remedy) {
    Responses responses = words.responses();
    List<String> names = responses.words();
    for (int[] half : halves.subsets()) {
      try {
        SchemeEvaluation.require(
            scheme, responses.select(Arrays.stream(half).mapToObj(names::get).toList()), options);
      } catch (InputException e) {
        throw new InputException(
            "participant %s: the 95%% interval takes halves of the words, and %s"
                .formatted(responses.participant(), problem),
            remedy);
      }
    }
  }
}
