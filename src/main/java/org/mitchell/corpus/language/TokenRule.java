package org.mitchell.corpus.language;

import java.io.Serializable;
import org.mitchell.files.InputException;

/**
 * What the tokens of texts are: one rule for all that read texts.
 *
 * @param keepsCase whether words that differ in case are different words
 * @param language in which the texts are
 * @param baseForms whether inflected words have the form under which the language's dictionary has
 *     them
 */
public record TokenRule(boolean keepsCase, Language language, boolean baseForms)
    implements Serializable {
  /** Letters of any script, in lower case. */
  public static final TokenRule USUAL = new TokenRule(false, Language.ANY, false);

  /**
   * What cuts letters that stand beside each other into words.
   *
   * @throws InputException if a dictionary for that is not there
   */
  public WordCutter cutter() {
    return language.cutter(baseForms);
  }
}
