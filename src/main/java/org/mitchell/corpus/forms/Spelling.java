package org.mitchell.corpus.forms;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What English spelling does at the end of a word, for verbs and nouns alike. */
final class Spelling {
  /** Words in a consonant and o that take -es, or both endings; all others take -s. */
  private static final Map<String, List<String>> IN_O =
      WordTable.read("words-in-o.tsv").stream()
          .collect(Collectors.toMap(row -> row.get(0), row -> WordTable.words(row.get(1))));

  /** Here ch is spoken k. */
  private static final Set<String> HARD_CH =
      Set.of(
          ("amphibrach biotech cromlech diptych elasmobranch eparch epoch ethnarch eunuch exarch"
                  + " heresiarch hierarch lamellibranch loch matriarch monarch nudibranch oligarch"
                  + " patriarch pentateuch pibroch polyptych squirearch stomach tech tetrarch"
                  + " triptych")
              .split(" "));

  private Spelling() {}

  /** The word with -s, the commonest spelling first: boxes, flies, tastes; zeroes and zeros. */
  static List<String> withS(String word) {
    if (IN_O.containsKey(word)) {
      return IN_O.get(word).stream().map(ending -> word + ending).toList();
    }
    if (endsInConsonantAndY(word)) {
      return List.of(cut(word, 1) + "ies");
    }
    return List.of(word + (hisses(word) && !HARD_CH.contains(word) ? "es" : "s"));
  }

  static boolean endsInConsonantAndY(String word) {
    int n = word.length();
    return n > 1 && word.charAt(n - 1) == 'y' && !isVowelAt(word, n - 2);
  }

  /** The letter is one of a, e, i, o and u, and no u of qu. */
  static boolean isVowelAt(String word, int at) {
    char letter = word.charAt(at);
    boolean behindQ = letter == 'u' && at > 0 && word.charAt(at - 1) == 'q';
    return "aeiou".indexOf(letter) >= 0 && !behindQ;
  }

  /** The word without its last {@code letters} letters. */
  static String cut(String word, int letters) {
    return word.substring(0, word.length() - letters);
  }

  private static boolean hisses(String word) {
    return word.length() > 1
        && Arrays.stream(new String[] {"s", "x", "z", "ch", "sh"}).anyMatch(word::endsWith);
  }
}
