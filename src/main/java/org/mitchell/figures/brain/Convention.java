package org.mitchell.figures.brain;

/** On which side of a picture the left of the brain is. */
public enum Convention {
  NEUROLOGICAL("left is left (neurological)"),
  RADIOLOGICAL("left is right (radiological)");

  private final String words;

  Convention(String words) {
    this.words = words;
  }

  String inWords() {
    return words;
  }

  /** Whether a view has its axis across run to the left. */
  boolean mirrors(View view) {
    return this == RADIOLOGICAL && view.across() == 0;
  }
}
