package org.mitchell.evaluation.ranks;

import org.mitchell.encoding.HeldOutModel;
import org.mitchell.encoding.QuadraticForms;
import org.mitchell.encoding.RowCombinations;

/**
 * The predictions of one held-out model for all candidates, ready to be compared with the images of
 * a fold. Candidates are the listed words and, as the last one, the word that was held out.
 *
 * <p>No image of a candidate is made: with h its weights, U the model's directions and G the inner
 * products of the images, its inner product with the observed image o is h' U' Y o and its squared
 * length h' U' G U h.
 */
final class FoldCandidates {
  private final double[][] directions;
  private final double[][] weights;
  private final int candidates;

  /**
   * @param rawFeatures unscaled features of the candidates, candidates x features
   */
  FoldCandidates(HeldOutModel model, double[][] rawFeatures) {
    this.directions = model.directions();
    this.weights = model.weights(rawFeatures);
    this.candidates = rawFeatures.length;
  }

  /**
   * How alike each candidate's predicted image is to the observed one.
   *
   * @param wordOfImage whose features each image's word has: the image's own number, or those of a
   *     relabelling. That of the fold's image is the word that was held out
   * @param shortest images no longer than this have no direction: their similarity is 0
   */
  double[] similarities(FoldImages images, int[] wordOfImage, double shortest) {
    int rank = directions.length;
    if (rank == 0 || images.observedLength() <= shortest) {
      return new double[candidates];
    }
    var byImage = new double[rank][wordOfImage.length];
    var byDirection = new double[wordOfImage.length][rank];
    for (int k = 0; k < rank; k++) {
      for (int i = 0; i < wordOfImage.length; i++) {
        byImage[k][i] = directions[k][wordOfImage[i]];
        byDirection[i][k] = byImage[k][i];
      }
    }
    double[][] withObserved = {images.withObserved()};
    double[][] numerators =
        RowCombinations.of(RowCombinations.of(withObserved, byDirection), weights);
    double[][] inner = RowCombinations.of(RowCombinations.of(byImage, images.gram()), byDirection);
    double[] squares = QuadraticForms.of(inner, weights);
    return cosines(numerators[0], squares, images.observedLength(), shortest);
  }

  private static double[] cosines(
      double[] products, double[] squares, double observedLength, double shortest) {
    double least = shortest * shortest;
    for (int c = 0; c < products.length; c++) {
      double length = Math.sqrt(squares[c]) * observedLength;
      products[c] = squares[c] <= least ? 0 : products[c] / length;
    }
    return products;
  }
}
