package org.mitchell.figures.brain;

/** Which values of a map say most. */
public enum ValueKind {
  /** Those far from zero, on either side. */
  SIGNED,
  /** The large ones. */
  UNSIGNED,
  /** The small ones. */
  P;

  /** Larger for values that say more. */
  double strength(double value) {
    return switch (this) {
      case SIGNED -> Math.abs(value);
      case UNSIGNED -> value;
      case P -> -value;
    };
  }
}
