package org.mitchell.vectors.questions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A sum of words: {@code king - man + woman}.
 *
 * @param plus the words that are added, one at least
 * @param minus those that are taken away
 */
public record WordSum(List<String> plus, List<String> minus) {
  public WordSum {
    plus = List.copyOf(plus);
    minus = List.copyOf(minus);
    if (plus.isEmpty()) {
      throw new IllegalArgumentException("a sum of no word");
    }
  }

  /** The question of an analogy: as man is to king, woman is to which word? */
  public static WordSum analogy(String a, String b, String c) {
    return new WordSum(List.of(a, c), List.of(b));
  }

  /**
   * Reads words with {@code +} and {@code -} between them, blanks around these; nothing where it is
   * one word, or a sign has no word behind it.
   */
  public static Optional<WordSum> parse(String text) {
    var plus = new ArrayList<String>();
    var minus = new ArrayList<String>();
    String[] parts = text.strip().split("(?<=\\s[+-])\\s+|\\s+(?=[+-]\\s)");
    boolean added = true;
    for (int p = 0; p < parts.length; p++) {
      boolean sign = parts[p].equals("+") || parts[p].equals("-");
      if (sign != (p % 2 == 1)) {
        return Optional.empty();
      }
      if (sign) {
        added = parts[p].equals("+");
      } else {
        (added ? plus : minus).add(parts[p].strip());
      }
    }
    return parts.length < 3 || parts.length % 2 == 0
        ? Optional.empty()
        : Optional.of(new WordSum(plus, minus));
  }

  /** Every word of it. */
  public List<String> words() {
    return Stream.concat(plus.stream(), minus.stream()).toList();
  }

  /** As it is read: {@code king + woman - man}. */
  @Override
  public String toString() {
    String sum = String.join(" + ", plus);
    return minus.isEmpty() ? sum : sum + " - " + String.join(" - ", minus);
  }
}
