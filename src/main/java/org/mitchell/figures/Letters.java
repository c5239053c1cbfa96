package org.mitchell.figures;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The letters of a picture that the fonts of this machine do not have: a PNG shows boxes in their
 * place.
 */
final class Letters {
  /** A message shows no more letters than these. */
  private static final int MOST_SHOWN = 8;

  private static final Set<Character.UnicodeScript> EAST_ASIAN =
      EnumSet.of(
          Character.UnicodeScript.HAN,
          Character.UnicodeScript.HIRAGANA,
          Character.UnicodeScript.KATAKANA,
          Character.UnicodeScript.HANGUL,
          Character.UnicodeScript.BOPOMOFO);

  private final Set<Integer> missing = new LinkedHashSet<>();

  /** Looks at a text that is painted. */
  void add(String text, TextStyle style) {
    text.codePoints().filter(c -> !style.has(c)).forEach(missing::add);
  }

  /** What is missing, in words; nothing where no letter is. */
  Optional<String> missing() {
    return missing.isEmpty() ? Optional.empty() : Optional.of(inWords());
  }

  /** Never the letters themselves, which neither picture nor, perhaps, terminal can show. */
  private String inWords() {
    Set<Character.UnicodeScript> scripts =
        missing.stream()
            .map(Character.UnicodeScript::of)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    String codes =
        missing.stream()
            .limit(MOST_SHOWN)
            .map("U+%04X"::formatted)
            .collect(Collectors.joining(", "));
    String names =
        scripts.stream()
            .map(script -> script.name().toLowerCase(Locale.ROOT).replace('_', ' '))
            .collect(Collectors.joining(", "));
    boolean eastAsian = scripts.stream().anyMatch(EAST_ASIAN::contains);
    boolean other = !EAST_ASIAN.containsAll(scripts);
    return "no font of this machine has %,d %s of this picture (%s: %s%s), shown as boxes. Install one (Debian: apt install %s)"
        .formatted(
            missing.size(),
            missing.size() == 1 ? "letter" : "letters",
            names,
            codes,
            missing.size() > MOST_SHOWN ? ", ..." : "",
            (eastAsian ? "fonts-noto-cjk" : "")
                + (eastAsian && other ? " " : "")
                + (other ? "fonts-noto-core" : ""));
  }
}
