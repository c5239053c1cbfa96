package org.mitchell.vectors.training;

import java.io.Serializable;

/**
 * What predictions cost: the sum of -log of the probabilities that they gave to what was so.
 *
 * @param sum over the predictions of words
 * @param predictions how many there were
 */
record Loss(double sum, long predictions) implements Serializable {
  static final Loss NONE = new Loss(0, 0);

  Loss plus(Loss more) {
    return new Loss(sum + more.sum, predictions + more.predictions);
  }

  /** Of one prediction; NaN where there was none. */
  double mean() {
    return sum / predictions;
  }
}
