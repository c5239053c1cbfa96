package org.mitchell.corpus.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
  private static final Map<String, Irregular> IRREGULAR =
      WordTable.read("irregular-verbs.tsv").stream()
          .collect(Collectors.toMap(row -> row.get(0), Irregular::of));

  /**
   * What stands before an irregular verb without changing its forms: overcame, rebuilt, misread.
   * Where it does change them (relayed, interleaved), the verb is in the table itself.
   */
  private static final List<String> PREFIXES =
      List.of(
          "over", "under", "out", "re", "un", "mis", "fore", "up", "inter", "pre", "off", "cross",
          "counter");

  static EnglishVerb of(String base) {
    return prefix(base)
        .map(prefix -> plain(base.substring(prefix.length())).behind(prefix))
        .orElseGet(() -> plain(base));
  }

  private static Optional<String> prefix(String base) {
    return IRREGULAR.containsKey(base)
        ? Optional.empty()
        : PREFIXES.stream()
            .filter(base::startsWith)
            .filter(prefix -> IRREGULAR.containsKey(base.substring(prefix.length())))
            .findFirst();
  }

  private static EnglishVerb plain(String base) {
    var irregular = Optional.ofNullable(IRREGULAR.get(base));
    var thirds =
        irregular
            .map(Irregular::third)
            .filter(third -> !third.isEmpty())
            .map(List::of)
            .orElseGet(() -> thirds(base));
    var ings = VerbStems.beforeIng(base).stream().map(stem -> stem + "ing").toList();
    var pasts =
        irregular
            .map(forms -> List.of(forms.past()))
            .orElseGet(() -> VerbStems.beforeEd(base).stream().map(stem -> stem + "ed").toList());
    var variants = new ArrayList<String>();
    Stream.of(thirds, ings, pasts)
        .forEach(forms -> variants.addAll(forms.subList(1, forms.size())));
    irregular.ifPresent(forms -> variants.addAll(forms.variants()));
    String participle = irregular.map(Irregular::participle).orElse(pasts.get(0));
    return new EnglishVerb(
        base, thirds.get(0), pasts.get(0), participle, ings.get(0), List.copyOf(variants));
  }

  private EnglishVerb behind(String prefix) {
    return new EnglishVerb(
        prefix + base,
        prefix + third,
        prefix + past,
        prefix + participle,
        prefix + ing,
        variants.stream().map(prefix::concat).toList());
  }

  /** A verb in -s or -z that doubles it does so here too: quizzes; gases and gasses. */
  private static List<String> thirds(String base) {
    var usual = Spelling.withS(base);
    if (base.endsWith("z")) {
      return VerbStems.beforeEd(base).stream().map(stem -> stem + "es").toList();
    }
    if (base.endsWith("s")) {
      var doubled = VerbStems.beforeEd(base).stream().map(stem -> stem + "es");
      return Stream.concat(usual.stream(), doubled).distinct().toList();
    }
    return usual;
  }

  /** A line of the table; the third person is empty where it is regular. */
  private record Irregular(String third, String past, String participle, List<String> variants) {
    static Irregular of(List<String> row) {
      return new Irregular(row.get(1), row.get(2), row.get(3), WordTable.words(row.get(4)));
    }
  }
}
