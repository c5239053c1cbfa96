package org.mitchell.text;

import java.util.Locale;
import java.util.Map;

/** A number with what it counts: 1 voxel, 1,676 voxels. */
public final class Counted {
  private static final Map<String, String> IRREGULAR =
      Map.of("vertex", "vertices", "half", "halves");

  private Counted() {}

  /**
   * @param one what one of them is called; of several words the last becomes plural
   */
  public static String of(long number, String one) {
    return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? one : plural(one));
  }

  /** The form of a verb that goes with the number: 1 word is, 2 words are. */
  public static String verb(long number, String ofOne, String ofMany) {
    return number == 1 ? ofOne : ofMany;
  }

  /** What several of them are called; of several words the last becomes plural. */
  public static String plural(String one) {
    int last = one.lastIndexOf(' ') + 1;
    String word = one.substring(last);
    String before = one.substring(0, last);
    if (IRREGULAR.containsKey(word)) {
      return before + IRREGULAR.get(word);
    }
    if (word.matches(".*[^aeiou]y")) {
      return before + word.substring(0, word.length() - 1) + "ies";
    }
    return before + word + (word.matches(".*(s|x|ch|sh)") ? "es" : "s");
  }
}
