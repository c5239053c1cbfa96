package org.mitchell.corpus.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The plurals of an English noun: a table of irregular nouns, and spelling rules for the rest. */
final class EnglishPlural {
  private static final Map<String, List<String>> IRREGULAR =
      Spelling.table("irregular-nouns.tsv").stream()
          .collect(Collectors.toUnmodifiableMap(row -> row[0], EnglishPlural::plurals));

  /**
   * Irregular nouns that keep their plural at the end of a compound: housewives, eyeteeth,
   * bookshelves.
   */
  private static final List<String> IN_COMPOUNDS =
      List.of(
          "man", "wife", "knife", "shelf", "tooth", "foot", "child", "mouse", "louse", "goose",
          "wolf", "leaf", "loaf", "life", "calf", "thief", "fish");

  /** They end like such a compound and are none. */
  private static final Set<String> NO_COMPOUNDS =
      Set.of(
          "human",
          "german",
          "roman",
          "norman",
          "ottoman",
          "talisman",
          "shaman",
          "caiman",
          "cayman",
          "brahman",
          "hetman",
          "desman",
          "dolman",
          "pullman",
          "turkoman",
          "blouse",
          "mongoose",
          "lowlife");

  /** Plural as they stand. */
  private static final Set<String> ALWAYS_PLURAL =
      Set.of(
          ("pants pliers scissors trousers shorts jeans tights slacks leggings overalls pajamas"
               + " pyjamas panties briefs knickers tongs tweezers pincers shears clippers forceps"
               + " binoculars goggles spectacles clothes glasses sunglasses eyeglasses barracks"
               + " headquarters crossroads gallows news mathematics physics economics politics"
               + " ethics athletics gymnastics linguistics statistics electronics thanks"
               + " surroundings belongings earnings savings suds remains means cattle poultry"
               + " police")
              .split(" "));

  /** A consonant and o, but only -s. */
  private static final Set<String> PLAIN_O =
      Set.of(
          ("piano photo solo soprano alto cello auto memo pro disco casino kimono dynamo silo"
               + " tuxedo logo avocado taco burrito kilo euro espresso inferno jumbo bistro bongo"
               + " poncho rhino hippo dodo yo-yo yoyo limo demo typo combo condo concerto contralto"
               + " gecko gringo gyro hairdo libido maestro nacho pesto pimento pinto placebo polo"
               + " pueblo sombrero stiletto tango tempo torso turbo weirdo stucco albino"
               + " cappuccino")
              .split(" "));

  /** A consonant and o: -s or -es. */
  private static final Set<String> EITHER_O =
      Set.of(
          "zero",
          "halo",
          "lasso",
          "dingo",
          "flamingo",
          "armadillo",
          "commando",
          "domino",
          "ghetto",
          "grotto",
          "banjo");

  /** Here ch is spoken k. */
  private static final Set<String> HARD_CH =
      Set.of("stomach", "monarch", "patriarch", "matriarch", "oligarch", "eunuch", "epoch", "loch");

  private EnglishPlural() {}

  /** The plurals in use, the commonest first; at least one. */
  static List<String> of(String singular) {
    if (IRREGULAR.containsKey(singular)) {
      return IRREGULAR.get(singular);
    }
    return compound(singular).orElseGet(() -> regular(singular));
  }

  private static Optional<List<String>> compound(String singular) {
    if (NO_COMPOUNDS.contains(singular)) {
      return Optional.empty();
    }
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
    if (ALWAYS_PLURAL.contains(singular)) {
      return List.of(singular);
    }
    if (singular.endsWith("sis")) {
      return List.of(Spelling.cut(singular, 2) + "es");
    }
    if (EITHER_O.contains(singular)) {
      return List.of(singular + "s", singular + "es");
    }
    boolean plain = PLAIN_O.contains(singular) || HARD_CH.contains(singular);
    return List.of(plain ? singular + "s" : Spelling.withS(singular));
  }

  private static List<String> plurals(String[] row) {
    var plurals = new ArrayList<>(List.of(row[1]));
    if (!row[2].isEmpty()) {
      plurals.add(row[2]);
    }
    return List.copyOf(plurals);
  }
}
