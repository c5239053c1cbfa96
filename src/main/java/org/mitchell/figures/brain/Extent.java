package org.mitchell.figures.brain;

/**
 * A box in space.
 *
 * @param low x, y, z in mm
 * @param high x, y, z in mm, no lower
 */
record Extent(double[] low, double[] high) {
  double middle(int axis) {
    return (low[axis] + high[axis]) / 2;
  }

  /** The smallest box that holds both. */
  Extent with(Extent other) {
    var below = new double[3];
    var above = new double[3];
    for (int axis = 0; axis < 3; axis++) {
      below[axis] = Math.min(low[axis], other.low[axis]);
      above[axis] = Math.max(high[axis], other.high[axis]);
    }
    return new Extent(below, above);
  }

  /** The box with so many mm more on every side. */
  Extent grown(double mm) {
    var below = new double[3];
    var above = new double[3];
    for (int axis = 0; axis < 3; axis++) {
      below[axis] = low[axis] - mm;
      above[axis] = high[axis] + mm;
    }
    return new Extent(below, above);
  }

  /** As in "x −78 to 81, y −112 to 80, z −51 to 87 mm". */
  String inWords() {
    var words = new StringBuilder();
    for (int axis = 0; axis < 3; axis++) {
      words
          .append(axis == 0 ? "" : ", ")
          .append("xyz".charAt(axis))
          .append(' ')
          .append(Millimetres.label(Math.rint(low[axis])))
          .append(" to ")
          .append(Millimetres.label(Math.rint(high[axis])));
    }
    return words + " mm";
  }
}
