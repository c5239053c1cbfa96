package org.mitchell.features;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.mitchell.files.InputException;
import org.mitchell.files.Remedy;
import org.mitchell.words.NearestWords;

/** Gives vectors for words: a table, or counts made on demand. */
public interface FeatureSource {
  /** What messages and outputs call it: a file name, or the name of a built-in space. */
  String name();

  /**
   * The vectors of these words in this order; words that the source does not know are left out. A
   * word may come out all zero. Repeated words count once. Words are found by the rule of {@link
   * org.mitchell.words.WordIndex}; rows bear the names that were asked for ({@link
   * FeatureSpace#spellings}).
   *
   * @throws InputException if a word can be taken for several of the source, or two for one
   */
  FeatureSpace vectors(List<String> words) throws IOException;

  /** Every word that {@link #vectors} knows. */
  Collection<String> knownWords() throws IOException;

  /**
   * The vectors of the words that it has first, which in files of word vectors are the most
   * frequent ones as a rule.
   *
   * @param most how many at most
   */
  default FeatureSpace first(int most) throws IOException {
    return vectors(knownWords().stream().limit(most).toList());
  }

  /**
   * The error to throw for a word that is not known: it names the nearest spellings and the way
   * out.
   */
  default InputException unknown(String word) throws IOException {
    var nearest = NearestWords.of(word, knownWords(), 3);
    String guess = nearest.isEmpty() ? "" : " Nearest: " + String.join(", ", nearest) + ".";
    return new InputException(
        word + " is not in " + name() + "." + guess + " " + Remedy.COUNT_FEATURES.words());
  }
}
