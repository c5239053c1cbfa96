package org.mitchell.corpus.forms;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The plurals of an English noun: a table of irregular nouns, and spelling rules for the rest. */
final class EnglishPlural {
  /** Also nouns that are plural as they stand, and those that only look like a compound below. */
  private static final Map<String, List<String>> IRREGULAR =
      WordTable.read("irregular-nouns.tsv").stream()
          .collect(Collectors.toMap(row -> row.get(0), row -> WordTable.words(row.get(1))));

  /** Irregular nouns that keep their plural at the end of a compound: housewives, eyeteeth. */
  private static final List<String> IN_COMPOUNDS =
      List.of(
          "man",
          "person",
          "wife",
          "knife",
          "shelf",
          "scarf",
          "tooth",
          "foot",
          "child",
          "mouse",
          "louse",
          "goose",
          "wolf",
          "leaf",
          "loaf",
          "life",
          "calf",
          "thief",
          "fish",
          "bacterium");

  private EnglishPlural() {}

  /** The plurals in use; at least one. */
  static List<String> of(String singular) {
    if (IRREGULAR.containsKey(singular)) {
      return IRREGULAR.get(singular);
    }
    return compound(singular).orElseGet(() -> regular(singular));
  }

  private static Optional<List<String>> compound(String singular) {
    return IN_COMPOUNDS.stream()
        .filter(singular::endsWith)
        .findFirst()
        .map(
            end -> {
              String start = Spelling.cut(singular, end.length());
              return IRREGULAR.get(end).stream().map(plural -> start + plural).toList();
            });
  }

  private static List<String> regular(String singular) {
    if (singular.endsWith("ics")) {
      return List.of(singular); // politics, acrobatics
    }
    if (singular.endsWith("sis") || singular.endsWith("xis")) {
      return List.of(Spelling.cut(singular, 2) + "es");
    }
    if (singular.length() > 4 && singular.endsWith("itis")) {
      return List.of(Spelling.cut(singular, 2) + "ides", singular + "es");
    }
    return Spelling.withS(singular);
  }
}
