package org.mitchell.encoding;

/**
 * Two ways to run the analysis: as published, or with nothing of a held-out word in its own
 * training.
 */
public enum Preset {
  /**
   * The mean image over all words is removed before cross-validation; no intercept; a tie counts as
   * wrong.
   */
  PAPER,
  /**
   * In every fold the training words' mean image is removed and the features are centred on the
   * training words (an unpenalised intercept); a tie counts as half right.
   */
  STRICT
}
