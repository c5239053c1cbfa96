package org.mitchell.corpus.words;

import java.util.List;

/**
 * The most frequent words of a corpus.
 *
 * @param words the most frequent first
 * @param types how many different words the corpus has
 * @param tokens how many words it has in all
 * @param bytes bytes of text, after inflation
 * @param malformed bytes among them that are not UTF-8 and were read as U+FFFD
 */
public record WordCounts(
    List<CountedWord> words, long types, long tokens, long bytes, long malformed) {
  public WordCounts {
    words = List.copyOf(words);
  }
}
