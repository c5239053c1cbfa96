package org.mitchell.vectors.training;

import java.io.Serializable;
import java.util.List;
import org.mitchell.corpus.words.CountedWord;

/**
 * The words that get vectors.
 *
 * @param words the most frequent first; words of the same count in the order of their code points
 */
public record TrainingVocabulary(List<CountedWord> words) implements Serializable {
  public TrainingVocabulary {
    words = List.copyOf(words);
  }

  /** How many words there are. */
  public int size() {
    return words.size();
  }

  long count(int word) {
    return words.get(word).count();
  }

  /** How often they come in all. */
  public long tokens() {
    return words.stream().mapToLong(CountedWord::count).sum();
  }

  /** The words alone, in their order. */
  public List<String> names() {
    return words.stream().map(CountedWord::word).toList();
  }
}
