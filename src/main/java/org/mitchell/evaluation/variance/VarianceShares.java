package org.mitchell.evaluation.variance;

/**
 * Held-out R2 of two feature spaces, and what it says of each. All may be negative: a model can
 * predict worse than the mean image of its training words.
 *
 * @param a R2 of the first space
 * @param b R2 of the second space
 * @param both R2 of the two together, with a penalty each
 */
public record VarianceShares(double a, double b, double both) {
  /** What the first space explains and the second does not. */
  public double uniqueA() {
    return both - b;
  }

  /** What the second space explains and the first does not. */
  public double uniqueB() {
    return both - a;
  }

  /** What either explains. */
  public double shared() {
    return a + b - both;
  }
}
