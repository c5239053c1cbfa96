package org.mitchell.vectors;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.mitchell.words.WordIndex;
import org.mitchell.words.WordMatch;

/**
 * The vectors of a vocabulary: words x size single-precision numbers, row-major, in the order of
 * the file or of the training (most frequent first, as a rule). Immutable.
 */
public final class WordVectors {
  private final String name;
  private final List<String> words;
  private final int size;
  private final float[] rows;
  private final WordIndex index;

  private WordVectors(String name, List<String> words, int size, float[] rows) {
    if (size < 1) {
      throw new IllegalArgumentException("got vectors of %,d numbers".formatted(size));
    }
    if (rows.length != (long) words.size() * size) {
      throw new IllegalArgumentException(
          "got %,d numbers where %,d words x %,d are expected"
              .formatted(rows.length, words.size(), size));
    }
    this.name = name;
    this.words = List.copyOf(words);
    this.size = size;
    this.rows = rows;
    this.index = WordIndex.of(name, this.words);
  }

  /**
   * @param name what messages and outputs call them: a file name
   * @param words of a word that comes twice the first is found
   * @param size how many numbers a vector has
   * @param rows words x size, row-major; not copied, and not to be changed by anybody afterwards
   * @throws IllegalArgumentException if the numbers do not fit
   */
  public static WordVectors of(String name, Collection<String> words, int size, float[] rows) {
    return new WordVectors(name, List.copyOf(words), size, rows);
  }

  public String name() {
    return name;
  }

  /** The words, in the order of the rows. */
  public List<String> words() {
    return words;
  }

  /** How many words there are. */
  public int count() {
    return words.size();
  }

  /** How many numbers a vector has. */
  public int size() {
    return size;
  }

  /** A copy of the vector of a word, by its position from 0. */
  public float[] vector(int word) {
    return Arrays.copyOfRange(rows, word * size, (word + 1) * size);
  }

  /** The number {@code dimension} of the vector of {@code word}, both from 0. */
  public float value(int word, int dimension) {
    return rows[word * size + dimension];
  }

  /** The vectors, words x size, row-major; the array itself, for kernels that only read it. */
  public float[] rows() {
    return rows;
  }

  /** The very word; nothing where it is not in the vocabulary. */
  public Optional<WordMatch> exact(String word) {
    return index.exact(word);
  }

  /**
   * The word that is taken for another: the very word; else its canonical form, else its lower
   * case; else the one word that is the same but for case, by {@link WordIndex}; else, of a word
   * with spaces, the same with {@code _} for them, as vocabularies write phrases.
   *
   * @throws org.mitchell.files.InputException if several are as close
   */
  public Optional<WordMatch> find(String asked) {
    return VocabularyWords.find(index, asked);
  }
}
