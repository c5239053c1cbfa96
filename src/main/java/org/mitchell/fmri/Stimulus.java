package org.mitchell.fmri;

/**
 * A word that was shown, and the category it was chosen from.
 *
 * @param word the noun, as spelled in the participant's file
 * @param category its category, or the empty string when none is known
 */
public record Stimulus(String word, String category) {
  public Stimulus {
    if (word.isBlank()) {
      throw new IllegalArgumentException("a stimulus needs a word");
    }
  }

  public boolean hasCategory() {
    return !category.isEmpty();
  }

  /** Whether another stimulus is of the same category. */
  public boolean sameCategory(Stimulus other) {
    return category.equals(other.category);
  }

  public Stimulus withCategory(String newCategory) {
    return new Stimulus(word, newCategory);
  }
}
