package org.mitchell.corpus.scan;

import java.util.List;

/**
 * A sentence of a text.
 *
 * @param text its words in their {@linkplain org.mitchell.words.WordForm#canonical canonical} form,
 *     and what stands between them as it is, but that white space of any length is one space
 * @param words its tokens in their {@linkplain org.mitchell.words.WordForm#folded folded} form
 * @param starts where each begins in {@code text}, in chars
 * @param ends where each ends
 */
public record Sentence(String text, List<String> words, List<Integer> starts, List<Integer> ends) {
  public Sentence {
    words = List.copyOf(words);
    starts = List.copyOf(starts);
    ends = List.copyOf(ends);
  }
}
