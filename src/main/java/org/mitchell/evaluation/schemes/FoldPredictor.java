package org.mitchell.evaluation.schemes;

/**
 * Predicts the tested words of a fold from one set of features, whichever word's features each word
 * is given.
 */
public interface FoldPredictor {
  /**
   * Writes the predictions as weights of the training words' images: {@code weights[t][k][column]}
   * for the tested word t and the k-th training word.
   *
   * @param training numbers of the training words
   * @param featuresOf for every word, the number of the word whose features it is given
   */
  void weights(Fold fold, int[] training, int[] featuresOf, double[][][] weights, int column);
}
