package org.mitchell.encoding;

/**
 * What a model predicts of a word that it was trained on, where other words were left out.
 *
 * <p>A fit does not change when words are added whose images are what it predicts of them. So the
 * model without the words L predicts of a training word t what the model of all words does when L
 * have their predicted images: h_t + sum over l in L of h_tl p_l, with h the row of the operator
 * that fits all words and p_l the weights by which l is predicted.
 */
final class TrainedPrediction {
  private TrainedPrediction() {}

  /**
   * @param fitted the weights by which the model of all words predicts the word, a value a word
   * @param leftOut numbers of the words left out
   * @param heldOut their predictions, left out x words
   * @return a value a word; those of words left out are not for looking at
   */
  static double[] without(double[] fitted, int[] leftOut, double[][] heldOut) {
    double[] row = fitted.clone();
    for (int l = 0; l < leftOut.length; l++) {
      double share = fitted[leftOut[l]];
      for (int w = 0; w < row.length; w++) {
        row[w] += share * heldOut[l][w];
      }
    }
    return row;
  }
}
