package org.mitchell.words;

/**
 * A word that was asked for, and the word of a list that is taken for it.
 *
 * @param asked as it was asked for
 * @param word as the list spells it
 * @param position of the word in the list, from 0
 * @param closeness how alike the two are
 */
public record WordMatch(String asked, String word, int position, Closeness closeness) {
  /** How alike two words are that count as one, the closest first. */
  public enum Closeness {
    /** Character for character. */
    EXACT,
    /** In their canonical form; see {@link WordForm#canonical}. */
    CANONICAL,
    /** But for their case; see {@link WordForm#folded}. */
    FOLDED
  }

  public boolean exact() {
    return closeness == Closeness.EXACT;
  }

  /** For a sentence: {@code 'Celery' is taken for 'celery'}. */
  public String said() {
    return "'%s' is taken for '%s'%s"
        .formatted(
            asked,
            word,
            closeness == Closeness.CANONICAL ? " (the same letters, encoded otherwise)" : "");
  }
}
