package org.mitchell.figures.brain;

/**
 * A grid of dots on a plane across a brain, as a picture has them: rows from above, columns from
 * the left.
 *
 * @param view which way the plane lies
 * @param place where it cuts the third axis, in mm
 * @param left mm of the first column along the axis across
 * @param stepAcross mm from a column to the next; negative where the axis runs to the left
 * @param top mm of the first row along the axis up
 * @param stepDown mm from a row to the next, positive
 */
record Plane(
    View view,
    double place,
    double left,
    double stepAcross,
    double top,
    double stepDown,
    int columns,
    int rows) {

  /** The plane through a box whose dots fill the box from edge to edge. */
  static Plane of(View view, double place, Extent box, boolean mirrored, int columns, int rows) {
    double low = box.low()[view.across()];
    double high = box.high()[view.across()];
    double step = (high - low) / columns;
    double down = (box.high()[view.up()] - box.low()[view.up()]) / rows;
    return new Plane(
        view,
        place,
        mirrored ? high - step / 2 : low + step / 2,
        mirrored ? -step : step,
        box.high()[view.up()] - down / 2,
        down,
        columns,
        rows);
  }

  /** The same dots on a parallel plane. */
  Plane at(double other) {
    return new Plane(view, other, left, stepAcross, top, stepDown, columns, rows);
  }

  /** Reads a value at a point. */
  @FunctionalInterface
  interface Source {
    float at(double x, double y, double z);
  }

  /** The values at the dots, row by row: rows x columns. */
  float[] sample(Source source) {
    var values = new float[rows * columns];
    var mm = new double[3];
    mm[view.through()] = place;
    for (int row = 0; row < rows; row++) {
      mm[view.up()] = top - row * stepDown;
      for (int column = 0; column < columns; column++) {
        mm[view.across()] = left + column * stepAcross;
        values[row * columns + column] = source.at(mm[0], mm[1], mm[2]);
      }
    }
    return values;
  }
}
