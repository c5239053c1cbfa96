package org.mitchell.vectors;

import java.util.Optional;
import org.mitchell.words.WordForm;
import org.mitchell.words.WordIndex;
import org.mitchell.words.WordMatch;

/**
 * How a word is found in the vocabulary of vectors, which often has it in several cases: {@link
 * WordIndex} finds none where "Mouse" may be "mouse" or "MOUSE", and people mean the first.
 */
public final class VocabularyWords {
  private VocabularyWords() {}

  /**
   * The word of a vocabulary that is taken for another; see {@link WordVectors#find}.
   *
   * @throws org.mitchell.files.InputException if several are as close
   */
  public static Optional<WordMatch> find(WordIndex vocabulary, String asked) {
    String joined = asked.strip().replace(' ', '_');
    return closest(vocabulary, asked)
        .or(
            () ->
                joined.equals(asked)
                    ? Optional.empty()
                    : closest(vocabulary, joined).map(match -> asFor(asked, match)));
  }

  private static Optional<WordMatch> closest(WordIndex vocabulary, String asked) {
    return vocabulary
        .exact(asked)
        .or(() -> spelled(vocabulary, asked, WordForm.canonical(asked)))
        .or(() -> spelled(vocabulary, asked, WordForm.folded(asked)))
        .or(() -> vocabulary.find(asked));
  }

  private static Optional<WordMatch> spelled(WordIndex vocabulary, String asked, String spelling) {
    return vocabulary.exact(spelling).map(match -> asFor(asked, match));
  }

  private static WordMatch asFor(String asked, WordMatch match) {
    boolean same = WordForm.canonical(asked).equals(WordForm.canonical(match.word()));
    return new WordMatch(
        asked,
        match.word(),
        match.position(),
        same ? WordMatch.Closeness.CANONICAL : WordMatch.Closeness.FOLDED);
  }
}
