package org.mitchell.cli.options;

import java.util.List;

/** Words as users type them, in arguments and in lists with commas. */
public final class TypedWords {
  private TypedWords() {}

  /**
   * The words without blanks around them, and without the quotes that keep a comma in a word of a
   * list ({@code '"salt, pepper",celery'}); one that comes twice counts once.
   *
   * @param option what messages call the place: {@code --words}
   * @throws UsageException if a word is empty or blank
   */
  public static List<String> of(String option, List<String> typed) {
    List<String> words = typed.stream().map(TypedWords::bare).distinct().toList();
    if (words.contains("")) {
      throw new UsageException(
          "%s: got an empty word among '%s' where words are expected"
              .formatted(option, String.join(",", typed)));
    }
    return words;
  }

  private static String bare(String typed) {
    String word = typed.strip();
    boolean quoted = word.length() > 1 && word.startsWith("\"") && word.endsWith("\"");
    return quoted ? word.substring(1, word.length() - 1).strip() : word;
  }
}
