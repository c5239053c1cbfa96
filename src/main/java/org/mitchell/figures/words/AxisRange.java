package org.mitchell.figures.words;

/** From where to where an axis goes. */
record AxisRange(double low, double high) {
  /**
   * About values, with a margin on both sides.
   *
   * @param room what a margin is of the distance between the values; of 1 where there is none
   */
  static AxisRange around(double least, double most, double room) {
    double range = most > least ? most - least : 1;
    return new AxisRange(least - room * range, most + room * range);
  }
}
