package org.mitchell.encoders;

import org.mitchell.files.InputException;

/**
 * A text that an encoder reads.
 *
 * @param text as it is read
 * @param from where the word begins that it is read for, in chars; 0 for a sentence
 * @param to where that ends
 */
public record Passage(String text, int from, int to) {
  /** What stands for the word in a template. */
  public static final String PLACE = "{}";

  /** A sentence as it stands. */
  public static Passage of(String sentence) {
    return new Passage(sentence, 0, sentence.length());
  }

  /**
   * A word in a template.
   *
   * @throws InputException if the template has no place for it, or several
   */
  public static Passage of(String template, String word) {
    int place = template.indexOf(PLACE);
    if (place < 0 || template.indexOf(PLACE, place + 1) >= 0) {
      throw new InputException(
          "the template '%s': one %s is expected, where the word goes".formatted(template, PLACE));
    }
    String text = template.replace(PLACE, word);
    return new Passage(text, place, place + word.length());
  }
}
