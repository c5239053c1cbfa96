package org.mitchell.vectors.questions;

/**
 * The straight line from one word to another, as from <em>small</em> to <em>large</em>: all vectors
 * of length 1.
 */
public final class Axis {
  /** Squared; vectors of single precision that are not the same are farther apart. */
  private static final double SHORTEST = 1e-14;

  private final double[] start;
  private final double[] direction;

  public Axis(float[] from, float[] to) {
    this.start = unit(from);
    double[] end = unit(to);
    this.direction = new double[start.length];
    for (int d = 0; d < start.length; d++) {
      direction[d] = end[d] - start[d];
    }
  }

  /** Whether both ends have the same direction, so that there is no line between them. */
  public boolean isPoint() {
    double squares = 0;
    for (double part : direction) {
      squares += part * part;
    }
    return squares < SHORTEST;
  }

  /**
   * Where a word stands.
   *
   * @param position of its foot on the line: 0 at the first word, 1 at the second (Grand et al.
   *     2022)
   * @param cosine of its vector with the direction of the line (SemAxis, An et al. 2018)
   */
  public record Place(double position, double cosine) {}

  /**
   * @return NaN for a word without direction, and where both ends are one
   */
  public Place of(float[] vector) {
    double[] word = unit(vector);
    double along = 0;
    double product = 0;
    double squares = 0;
    for (int d = 0; d < word.length; d++) {
      along += (word[d] - start[d]) * direction[d];
      product += word[d] * direction[d];
      squares += direction[d] * direction[d];
    }
    return new Place(along / squares, product / Math.sqrt(squares));
  }

  private static double[] unit(float[] vector) {
    var unit = new double[vector.length];
    for (int d = 0; d < unit.length; d++) {
      unit[d] = vector[d];
    }
    DirectedVectors.direct(unit, false);
    return unit;
  }
}
