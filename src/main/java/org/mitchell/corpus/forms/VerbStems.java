package org.mitchell.corpus.forms;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the endings -ed and -ing are put to: stopp-ing, panick-ing, tast-ing, visit-ing. */
final class VerbStems {
  /** Verbs that the rules here get wrong, most of them for their stress: admit, but visit. */
  private static final Map<String, List<String>> TABLE =
      WordTable.read("verb-stems.tsv").stream()
          .collect(Collectors.toMap(row -> row.get(0), row -> WordTable.words(row.get(1))));

  /** They seldom are just the beginning of a word, so a verb of one syllable follows: unplug. */
  private static final List<String> PREFIXES = List.of("over", "under", "out", "un", "mis");

  private VerbStems() {}

  /** The stem before -ing, the commonest spelling first. */
  static List<String> beforeIng(String base) {
    if (TABLE.containsKey(base)) {
      return TABLE.get(base);
    }
    if (base.endsWith("ie")) {
      return List.of(Spelling.cut(base, 2) + "y");
    }
    boolean silentE = base.endsWith("e") && !base.matches(".*[eoy]e|be");
    return silentE ? List.of(Spelling.cut(base, 1)) : beforeVowel(base);
  }

  /** The stem before -ed of a regular verb, the commonest spelling first. */
  static List<String> beforeEd(String base) {
    if (base.endsWith("e")) {
      return List.of(Spelling.cut(base, 1));
    }
    if (Spelling.endsInConsonantAndY(base)) {
      return List.of(Spelling.cut(base, 1) + "i");
    }
    return TABLE.getOrDefault(base, beforeVowel(base));
  }

  /** Doubles the last letter, or puts k to it, where that keeps the sound of the vowel before. */
  private static List<String> beforeVowel(String base) {
    if (base.length() > 3 && base.endsWith("ic")) {
      return List.of(base + "k");
    }
    boolean soundsLikeTwoSyllables = base.matches(".+(ial|ual|uel)");
    if (!soundsLikeTwoSyllables && !endsInSingleVowelAndConsonant(base)) {
      return List.of(base);
    }
    String doubled = base + base.charAt(base.length() - 1);
    if (!soundsLikeTwoSyllables && (syllables(base) == 1 || isPrefixedMonosyllable(base))) {
      return List.of(doubled);
    }
    // American and British spelling differ: traveled, travelled.
    return base.endsWith("l") ? List.of(base, doubled) : List.of(base);
  }

  private static boolean isPrefixedMonosyllable(String base) {
    return PREFIXES.stream()
        .anyMatch(
            prefix -> base.startsWith(prefix) && syllables(base.substring(prefix.length())) == 1);
  }

  private static boolean endsInSingleVowelAndConsonant(String base) {
    int n = base.length();
    if (n < 2 || "wxyh".indexOf(base.charAt(n - 1)) >= 0) {
      return false;
    }
    return !isSyllabic(base, n - 1)
        && isSyllabic(base, n - 2)
        && (n == 2 || !isSyllabic(base, n - 3));
  }

  private static int syllables(String word) {
    int syllables = 0;
    for (int i = 0; i < word.length(); i++) {
      if (isSyllabic(word, i) && (i == 0 || !isSyllabic(word, i - 1))) {
        syllables++;
      }
    }
    return syllables;
  }

  /** A vowel, or a y that does not begin the word. */
  private static boolean isSyllabic(String word, int at) {
    return word.charAt(at) == 'y' ? at > 0 : Spelling.isVowelAt(word, at);
  }
}
