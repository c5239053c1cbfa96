package org.mitchell.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Stream;

/**
 * A sum of words: {@code king - man + woman}.
 *
 * @param plus the words that are added, one at least
 * @param minus those that are taken away
 */
public record WordSum(List<String> plus, List<String> minus) {
  /** The last is the sign of typesetters. */
  private static final Set<String> SIGNS = Set.of("+", "-", "\u2212");

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
   * one word, or a sign has no word on either side.
   */
  public static Optional<WordSum> parse(String text) {
    var plus = new ArrayList<String>();
    var minus = new ArrayList<String>();
    var word = new StringJoiner(" ");
    boolean added = true;
    for (String part : text.strip().split("\\s+")) {
      if (!SIGNS.contains(part)) {
        word.add(part);
      } else if (word.length() == 0) {
        return Optional.empty();
      } else {
        (added ? plus : minus).add(word.toString());
        word = new StringJoiner(" ");
        added = part.equals("+");
      }
    }
    if (word.length() == 0 || plus.isEmpty()) {
      return Optional.empty();
    }
    (added ? plus : minus).add(word.toString());
    return Optional.of(new WordSum(plus, minus));
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
