package org.mitchell.cli.options;

import java.util.Optional;
import org.mitchell.analysis.SharedWords;
import org.mitchell.evaluation.LeaveTwoOut;
import org.mitchell.files.InputException;
import org.mitchell.text.Counted;
import picocli.CommandLine.Option;

/** Accuracies of few words are given to those alone who ask for them. */
public final class FewWordsOption {
  /** 45 pairs: with fewer words chance alone often reaches what the paper found. */
  private static final int FEWEST = 10;

  @Option(
      names = "--few-words",
      description = "give accuracies of fewer than 10 words too, of which chance decides too much")
  private boolean fewWords;

  /** Whether no accuracy of so many words is to be given. */
  public boolean withholds(int words) {
    return !fewWords && words < FEWEST;
  }

  /** What to say in place of an accuracy; nothing where it is given. */
  public Optional<String> withheld(int words) {
    return withholds(words) ? Optional.of(reason(words)) : Optional.empty();
  }

  private static String reason(int words) {
    return "no accuracy is given of %s, fewer than %d: chance decides too much of it (--few-words gives it)"
        .formatted(Counted.of(words, "word"), FEWEST);
  }

  /**
   * @throws InputException if there are few words, and nobody asked for their accuracy; fewer than
   *     any analysis takes are left to the analysis
   */
  public void require(SharedWords words) {
    require(
        words.responses().participant(), words.responses().words().size(), words.dropped().size());
  }

  /** As above, of a participant's words. */
  public void require(String participant, int words, int dropped) {
    if (withholds(words) && words >= LeaveTwoOut.FEWEST_WORDS) {
      throw new InputException(
          "participant %s: got %s%s where %d or more are expected: chance decides too much of the accuracy of so few. Give more words with responses and features, or --few-words to go on all the same"
              .formatted(
                  participant,
                  Counted.of(words, "word"),
                  dropped == 0 ? "" : " of %d (%d left out)".formatted(words + dropped, dropped),
                  FEWEST));
    }
  }
}
