package org.mitchell.corpus.forms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What English spelling does at the end of a word, for verbs and nouns alike; and the tables of its
 * exceptions.
 */
final class Spelling {
  private Spelling() {}

  /** The word as a token of a text has it: each letter lower-cased on its own. */
  static String lowerCase(String word) {
    int[] letters = word.codePoints().map(Character::toLowerCase).toArray();
    return new String(letters, 0, letters.length);
  }

  /** The word with -s: boxes, flies, goes, tastes. */
  static String withS(String word) {
    if (endsInConsonantAnd(word, 'y')) {
      return cut(word, 1) + "ies";
    }
    boolean hisses =
        word.endsWith("s")
            || word.endsWith("x")
            || word.endsWith("z")
            || word.endsWith("ch")
            || word.endsWith("sh");
    return word + (hisses || endsInConsonantAnd(word, 'o') ? "es" : "s");
  }

  static boolean isVowel(char letter) {
    return "aeiou".indexOf(letter) >= 0;
  }

  static boolean endsInConsonantAnd(String word, char last) {
    int n = word.length();
    return n > 1 && word.charAt(n - 1) == last && !isVowel(word.charAt(n - 2));
  }

  /** The word without its last {@code letters} letters. */
  static String cut(String word, int letters) {
    return word.substring(0, word.length() - letters);
  }

  /** The lines of a table of ours, without the header, cut into cells. */
  static List<String[]> table(String resource) {
    try (var stream = Spelling.class.getResourceAsStream(resource)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> line.split("\t", -1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
