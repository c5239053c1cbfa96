package org.mitchell.analysis;

import java.util.List;
import java.util.Optional;
import org.mitchell.encoding.Preset;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.evaluation.PairResult;
import org.mitchell.files.InputException;
import org.mitchell.files.Remedy;
import org.mitchell.text.Counted;

/**
 * How many pairs of words were matched as well the wrong way round as the right way: their share of
 * an accuracy is the preset's rule for ties, and nothing of the features.
 *
 * @param tied how many
 * @param pairs of how many
 */
public record TiedPairs(int tied, int pairs) {
  /** Counts them. */
  public static TiedPairs of(List<PairResult> pairs, EvaluationOptions options) {
    long tied = pairs.stream().filter(options.match()::tie).count();
    return new TiedPairs((int) tied, pairs.size());
  }

  /**
   * @param space what messages call the features
   * @throws InputException if all pairs tie, since there is no accuracy then
   */
  public TiedPairs requireSome(String space) {
    if (tied == pairs) {
      throw new InputException(
          "%s: all %s tie: the features predict images of one pattern for all words, so that there is no accuracy to give"
              .formatted(space, Counted.of(pairs, "pair")),
          Remedy.SCALE_BY_THE_MEAN);
    }
    return this;
  }

  /** A line about them; nothing where no pair ties. */
  public Optional<String> note(Preset preset) {
    return tied == 0
        ? Optional.empty()
        : Optional.of(
            "%,d of %s tie, and count as %s (preset %s)"
                .formatted(
                    tied,
                    Counted.of(pairs, "pair"),
                    preset == Preset.PAPER ? "wrong" : "half right",
                    preset == Preset.PAPER ? "paper" : "strict"));
  }
}
