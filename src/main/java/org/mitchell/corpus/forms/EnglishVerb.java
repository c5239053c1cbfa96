package org.mitchell.corpus.forms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The forms of an English verb: a table of irregular verbs, and spelling rules for the rest.
 *
 * @param base eat
 * @param third eats
 * @param past ate
 * @param participle eaten
 * @param ing eating
 * @param variants further forms in use (dreamt beside dreamed, travelled beside traveled, were
 *     beside was)
 */
record EnglishVerb(
    String base, String third, String past, String participle, String ing, List<String> variants) {
  private static final Map<String, String[]> IRREGULAR =
      Spelling.table("irregular-verbs.tsv").stream()
          .collect(Collectors.toUnmodifiableMap(row -> row[0], row -> row));

  private static final Map<String, String> IRREGULAR_THIRD = Map.of("be", "is", "have", "has");

  /**
   * What stands before an irregular verb without changing its forms: overcame, rebuilt, misread.
   */
  private static final List<String> PREFIXES =
      List.of(
          "over", "under", "out", "re", "un", "mis", "fore", "up", "inter", "pre", "off", "cross",
          "counter");

  /** Of those, the ones that seldom are just the beginning of a word. */
  private static final Set<String> PLAIN_PREFIXES = Set.of("over", "under", "out", "un", "mis");

  /** Regular, though they look like a prefix and an irregular verb. */
  private static final Set<String> NOT_PREFIXED = Set.of("relay");

  /**
   * Words of several syllables that double their last letter: they are stressed there, or are
   * compounds.
   */
  private static final Set<String> DOUBLING =
      Set.of(
          ("abet abhor abut acquit admit airdrop allot annul aver backlog bedim befit beget befog"
               + " begin beset bestir bootleg bulldog cabal catnap chitchat combat commit compel"
               + " concur confer control corral debar debug defer defrag degas demit demur deter"
               + " diagram disbar disinter dispel distil eavesdrop embed emit enrol enthral entrap"
               + " enwrap equip estop excel expel extol forbid forget format handicap hiccup hobnob"
               + " horsewhip hotdog humbug impel incur infer input inset instil inter intermit"
               + " intromit kidnap kneecap leapfrog manumit nonplus occur omit output patrol permit"
               + " prefer program propel rebel rebut recap recommit recur redub refer refit regret"
               + " remit repel retransmit retrofit sandbag sharecrop shotgun sideslip sidestep"
               + " sublet submit transfer transmit transship trepan typeset uppercut waterlog"
               + " weatherstrip wildcat wiretap worship zigzag")
              .split(" "));

  static EnglishVerb of(String base) {
    String[] row = irregular(base);
    String third = IRREGULAR_THIRD.getOrDefault(base, Spelling.withS(base));
    if (base.endsWith("quiz") || base.equals("whiz")) {
      third = base + "zes";
    }
    var ing = ingForms(base);
    var variants = new ArrayList<>(ing.subList(1, ing.size()));
    if (row.length == 0) {
      var past = pastForms(base);
      variants.addAll(past.subList(1, past.size()));
      return new EnglishVerb(
          base, third, past.get(0), past.get(0), ing.get(0), List.copyOf(variants));
    }
    variants.addAll(Arrays.stream(row[3].split(",")).filter(form -> !form.isEmpty()).toList());
    return new EnglishVerb(base, third, row[1], row[2], ing.get(0), List.copyOf(variants));
  }

  /** Base, past, participle and variants; empty for a regular verb. */
  private static String[] irregular(String base) {
    if (IRREGULAR.containsKey(base)) {
      return IRREGULAR.get(base);
    }
    for (String prefix : PREFIXES) {
      String[] row =
          base.startsWith(prefix) ? IRREGULAR.get(base.substring(prefix.length())) : null;
      if (row != null && !NOT_PREFIXED.contains(base)) {
        String variants =
            Arrays.stream(row[3].split(","))
                .map(v -> v.isEmpty() ? "" : prefix + v)
                .collect(Collectors.joining(","));
        return new String[] {base, prefix + row[1], prefix + row[2], variants};
      }
    }
    return new String[0];
  }

  private static List<String> pastForms(String base) {
    if (base.endsWith("e")) {
      return List.of(base + "d");
    }
    if (Spelling.endsInConsonantAnd(base, 'y')) {
      return List.of(Spelling.cut(base, 1) + "ied");
    }
    return stems(base).stream().map(stem -> stem + "ed").toList();
  }

  private static List<String> ingForms(String base) {
    if (base.endsWith("ie")) {
      return List.of(Spelling.cut(base, 2) + "ying");
    }
    if (base.equals("singe")
        || base.equals("swinge")
        || base.equals("tinge")
        || base.equals("springe")) {
      return List.of(base + "ing");
    }
    boolean silent = base.endsWith("e") && !base.matches(".*(ee|oe|ye)|be");
    if (silent) {
      return List.of(Spelling.cut(base, 1) + "ing");
    }
    return stems(base).stream().map(stem -> stem + "ing").toList();
  }

  /** What -ed and -ing are put to: the usual spelling, then another in use. */
  private static List<String> stems(String base) {
    int n = base.length();
    if (endsLikePanic(base)) {
      return List.of(base + "k");
    }
    boolean twoVowels = base.matches(".+(ial|ual|uel)");
    if (n < 2 || !twoVowels && !endsInSingleVowelAndConsonant(base)) {
      return List.of(base);
    }
    String doubled = base + base.charAt(n - 1);
    if (twoVowels) {
      return List.of(base, doubled);
    }
    if (syllables(base) == 1 || DOUBLING.contains(base) || isPrefixedMonosyllable(base)) {
      return List.of(doubled);
    }
    return base.endsWith("l") ? List.of(base, doubled) : List.of(base);
  }

  /** A verb of one syllable doubles behind a prefix too: unplugging, overlapping, resetting. */
  private static boolean isPrefixedMonosyllable(String base) {
    return PREFIXES.stream()
        .filter(base::startsWith)
        .anyMatch(
            prefix -> {
              String rest = base.substring(prefix.length());
              return syllables(rest) == 1
                  && (PLAIN_PREFIXES.contains(prefix) || IRREGULAR.containsKey(rest));
            });
  }

  private static boolean endsLikePanic(String base) {
    return base.length() > 3 && base.endsWith("ic");
  }

  private static boolean endsInSingleVowelAndConsonant(String base) {
    int n = base.length();
    char last = base.charAt(n - 1);
    if (Spelling.isVowel(last) || "wxyh".indexOf(last) >= 0 || !isVowelAt(base, n - 2)) {
      return false;
    }
    return n < 3 || !isVowelAt(base, n - 3);
  }

  private static int syllables(String word) {
    int syllables = 0;
    for (int i = 0; i < word.length(); i++) {
      if (isVowelAt(word, i) && (i == 0 || !isVowelAt(word, i - 1))) {
        syllables++;
      }
    }
    return syllables;
  }

  /** Y is a vowel unless it begins the word; u is none behind q. */
  private static boolean isVowelAt(String word, int at) {
    char letter = word.charAt(at);
    if (letter == 'y') {
      return at > 0;
    }
    return Spelling.isVowel(letter) && !(letter == 'u' && at > 0 && word.charAt(at - 1) == 'q');
  }
}
