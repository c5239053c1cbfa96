package org.mitchell.figures.brain;

/**
 * What stands below a brain.
 *
 * @param left which side of the brain is at the left of the picture
 * @param middle where it was cut, or from where it is seen
 * @param right which side of the brain is at the right
 */
record Caption(String left, String middle, String right) {
  /** The letters of the sides that a view shows: L and R, or P and A. */
  static Caption of(View view, boolean mirrored, String middle) {
    String low = view.across() == 0 ? "L" : "P";
    String high = view.across() == 0 ? "R" : "A";
    return mirrored ? new Caption(high, middle, low) : new Caption(low, middle, high);
  }
}
