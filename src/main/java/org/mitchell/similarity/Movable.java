package org.mitchell.similarity;

import java.util.Arrays;

/** A feature space's unit vector, whose entries move as words change places. */
final class Movable {
  private final double[] direction;
  private final double[][] ofPairs;
  private final double[] ofWords;

  Movable(Dissimilarities space, Agreement agreement) {
    this.direction = agreement.direction(space);
    int words = space.words();
    this.ofPairs = new double[words][words];
    for (int p = 0; p < space.pairs().size(); p++) {
      int i = space.pairs().first(p);
      int j = space.pairs().second(p);
      ofPairs[i][j] = direction[p];
      ofPairs[j][i] = direction[p];
    }
    this.ofWords = Arrays.copyOfRange(direction, space.pairs().size(), direction.length);
  }

  double[] direction() {
    return direction;
  }

  int length() {
    return direction.length;
  }

  /**
   * @param order for each place the number of the word that stands there now
   * @param moved what comes out
   */
  void move(int[] order, double[] moved) {
    int at = 0;
    for (int i = 0; i < order.length; i++) {
      double[] row = ofPairs[order[i]];
      for (int j = i + 1; j < order.length; j++) {
        moved[at++] = row[order[j]];
      }
    }
    for (int w = 0; w < ofWords.length; w++) {
      moved[at++] = ofWords[order[w]];
    }
  }
}
