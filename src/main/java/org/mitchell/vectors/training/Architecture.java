package org.mitchell.vectors.training;

import java.util.Locale;

/** What predicts what. */
public enum Architecture {
  /** The mean of the words around predicts the one in the middle. */
  CBOW(.05),
  /** Each word around predicts the one in the middle, as in the original program. */
  SKIP_GRAM(.025);

  private final double usualAlpha;

  Architecture(double usualAlpha) {
    this.usualAlpha = usualAlpha;
  }

  /** The learning rate that the original program begins with. */
  public double usualAlpha() {
    return usualAlpha;
  }

  /** The name in options and files: {@code cbow}, {@code skip-gram}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
