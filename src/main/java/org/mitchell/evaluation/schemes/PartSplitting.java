package org.mitchell.evaluation.schemes;

import java.util.List;
import org.mitchell.evaluation.folds.Fold;
import org.mitchell.evaluation.folds.Folds;
import org.mitchell.files.InputException;
import org.mitchell.fmri.Responses;
import org.mitchell.text.Counted;

/**
 * The words in alphabetical order, cut into parts of equal size (the first ones have one more where
 * they do not divide): each part is left out as a whole, and every two of its words are matched.
 *
 * @param parts from 2 up
 */
public record PartSplitting(int parts) implements Splitting {
  /** Fewer have no pair. */
  private static final int WORDS_A_PART = 2;

  /**
   * @throws IllegalArgumentException if there are fewer than two parts
   */
  public PartSplitting {
    if (parts < 2) {
      throw new IllegalArgumentException(
          "got %d parts where a number from 2 up is expected".formatted(parts));
    }
  }

  @Override
  public String label() {
    return "k:" + parts;
  }

  @Override
  public List<Fold> folds(Responses responses) {
    int words = responses.stimuli().size();
    SchemeFolds.requireWords(this, responses);
    if (words < WORDS_A_PART * parts) {
      throw new InputException(
          "k:%d needs at least %d words, two in each part; participant %s has %s with responses and features"
              .formatted(
                  parts, WORDS_A_PART * parts, responses.participant(), Counted.of(words, "word")));
    }
    List<Fold> folds = Folds.ofParts(words, parts);
    SchemeFolds.requireTraining(this, folds, responses);
    return folds;
  }
}
