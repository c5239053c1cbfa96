package org.mitchell.encoders;

import java.util.OptionalInt;
import org.mitchell.evaluation.ranks.Softmax;
import org.mitchell.files.InputException;

/** Tokens x tokens, each row of which sums to 1. */
final class TokenWeights {
  private TokenWeights() {}

  /**
   * The mean of all heads, or one of them.
   *
   * @param heads x tokens x tokens
   * @param head from 1
   * @throws InputException if there is no such head
   */
  static double[][] ofHeads(String encoder, float[][][] heads, OptionalInt head) {
    if (head.isPresent() && head.getAsInt() > heads.length) {
      throw new InputException(
          "%s: got the head %d where one of 1 to %d is expected"
              .formatted(encoder, head.getAsInt(), heads.length));
    }
    int tokens = heads[0].length;
    var weights = new double[tokens][tokens];
    int first = head.orElse(1) - 1;
    int last = head.orElse(heads.length) - 1;
    for (int h = first; h <= last; h++) {
      for (int row = 0; row < tokens; row++) {
        for (int column = 0; column < tokens; column++) {
          weights[row][column] += heads[h][row][column] / (double) (last - first + 1);
        }
      }
    }
    return weights;
  }

  /**
   * Softmax of the cosines between vectors, row by row.
   *
   * @param vectors tokens x width
   */
  static double[][] ofVectors(float[][] vectors, Softmax softmax) {
    var weights = new double[vectors.length][];
    for (int row = 0; row < vectors.length; row++) {
      weights[row] = softmax.probabilities(Pooler.cosines(Pooler.mean(vectors[row]), vectors));
    }
    return weights;
  }
}
