package org.mitchell.figures.brain;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Places in mm as they are written: no more decimals than there are, and a true minus. */
final class Millimetres {
  private Millimetres() {}

  /** Up to two decimals. */
  static String label(double mm) {
    BigDecimal rounded = BigDecimal.valueOf(mm).setScale(2, RoundingMode.HALF_EVEN);
    return rounded.signum() == 0
        ? "0"
        : rounded.stripTrailingZeros().toPlainString().replace('-', '\u2212');
  }
}
