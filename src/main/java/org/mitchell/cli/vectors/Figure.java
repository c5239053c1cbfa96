package org.mitchell.cli.vectors;

/** Figures as answers show them. */
final class Figure {
  private Figure() {}

  /** Four digits after the point; {@code n/a} where there is no figure. */
  static String of(double value) {
    return Double.isNaN(value) ? "n/a" : "%.4f".formatted(value);
  }
}
