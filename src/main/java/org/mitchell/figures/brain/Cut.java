package org.mitchell.figures.brain;

/**
 * Where a brain is cut.
 *
 * @param place along the axis that the view looks through, in mm
 */
public record Cut(View view, double place) {
  /** As in "z = −12". */
  public String label() {
    return view.letter() + " = " + Millimetres.label(place);
  }
}
