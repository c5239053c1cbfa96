package org.mitchell.vectors.files;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.mitchell.words.WordForm;

/**
 * The words that somebody wants of a file, whatever their case: asked of the bytes of every word,
 * of which most are never made into text.
 */
public final class WantedWords {
  private static final WantedWords ALL = new WantedWords(Set.of());

  private final Set<String> folded;

  /** Hashes of the folded words of ASCII letters, 0 where a place is free. */
  private final long[] places;

  private WantedWords(Set<String> folded) {
    this.folded = folded;
    this.places = new long[Integer.highestOneBit(Math.max(1, folded.size())) << 3];
    for (String word : folded) {
      byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
      long hash = hash(bytes, 0, bytes.length);
      int at = (int) hash & places.length - 1;
      while (places[at] != 0 && places[at] != hash) {
        at = at + 1 & places.length - 1;
      }
      places[at] = hash;
    }
  }

  /** Every word. */
  public static WantedWords all() {
    return ALL;
  }

  /** These words, in any case, phrases with spaces or with underscores. */
  public static WantedWords of(Collection<String> words) {
    var folded = new HashSet<String>();
    for (String word : words) {
      String form = WordForm.folded(word);
      folded.add(form);
      folded.add(form.strip().replace(' ', '_'));
    }
    return new WantedWords(folded);
  }

  /** Whether every word is wanted. */
  boolean isAll() {
    return this == ALL;
  }

  /** Whether a word is wanted, in any case. */
  boolean has(String word) {
    return isAll() || folded.contains(WordForm.folded(word));
  }

  /** Whether a word may be wanted, by its bytes: surely not where this is false. */
  boolean mayHave(byte[] bytes, int from, int to) {
    if (isAll()) {
      return true;
    }
    long hash = hash(bytes, from, to);
    if (hash < 0) {
      return true; // not ASCII: its letters tell
    }
    int at = (int) hash & places.length - 1;
    while (places[at] != 0) {
      if (places[at] == hash) {
        return true;
      }
      at = at + 1 & places.length - 1;
    }
    return false;
  }

  /** A positive number of the lower-case bytes of a word of ASCII characters; else -1. */
  private static long hash(byte[] bytes, int from, int to) {
    long hash = 0xcbf29ce484222325L;
    for (int i = from; i < to; i++) {
      int b = bytes[i];
      if (b < 0) {
        return -1;
      }
      hash = (hash ^ (b >= 'A' && b <= 'Z' ? b | 0x20 : b)) * 0x100000001b3L;
    }
    hash ^= hash >>> 32;
    return Math.max(1, hash & Long.MAX_VALUE);
  }
}
