package org.mitchell.figures.brain;

/**
 * How many values a picture shows.
 *
 * @param above those that are not negative
 * @param below negative ones, which only a scale of both signs shows
 */
public record Shown(int above, int below) {
  public int all() {
    return above + below;
  }

  /** Both. */
  Shown with(Shown other) {
    return new Shown(above + other.above, below + other.below);
  }

  /** As in "938 above zero, 738 below"; empty where none is negative. */
  public String sides() {
    return below == 0 ? "" : "%,d above zero, %,d below".formatted(above, below);
  }
}
