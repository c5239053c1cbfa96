package org.mitchell.encoders;

import java.util.List;
import java.util.stream.IntStream;
import org.mitchell.encoders.tokens.Token;
import org.mitchell.evaluation.ranks.Softmax;
import org.mitchell.files.InputException;

/**
 * Makes one vector of those of a text's tokens.
 *
 * @param softmax of {@link Pooling#ATTENTION}
 */
record Pooler(Pooling pooling, Softmax softmax) {
  /**
   * @param vectors tokens x width
   * @throws InputException if no token of the word is among them
   */
  double[] pool(Passage passage, List<Token> tokens, float[][] vectors) {
    return switch (pooling) {
      case MEAN -> mean(vectors, equal(vectors.length));
      case CLS -> mean(vectors[0]);
      case WORD -> mean(vectors, ofWord(passage, tokens));
      case ATTENTION -> mean(vectors, attention(vectors));
    };
  }

  /** The mean of vectors; of one, itself. */
  static double[] mean(float[]... vector) {
    return mean(vector, equal(vector.length));
  }

  private static double[] equal(int tokens) {
    return IntStream.range(0, tokens).mapToDouble(t -> 1.0 / tokens).toArray();
  }

  private static double[] ofWord(Passage passage, List<Token> tokens) {
    double[] own =
        tokens.stream()
            .mapToDouble(token -> token.meets(passage.from(), passage.to()) ? 1 : 0)
            .toArray();
    double count = IntStream.range(0, own.length).mapToDouble(t -> own[t]).sum();
    if (count == 0) {
      throw new InputException(
          "'%s': no token of the word is among those that the encoder reads. Take a shorter template"
              .formatted(passage.text()));
    }
    return IntStream.range(0, own.length).mapToDouble(t -> own[t] / count).toArray();
  }

  /** A weight a token: softmax of the cosines between its vector and the mean of all. */
  private double[] attention(float[][] vectors) {
    return softmax.probabilities(cosines(mean(vectors, equal(vectors.length)), vectors));
  }

  /** Between a vector and each of others; 0 where one has no length. */
  static double[] cosines(double[] query, float[][] vectors) {
    var cosines = new double[vectors.length];
    for (int t = 0; t < cosines.length; t++) {
      double[] vector = mean(vectors[t]);
      double lengths = length(query) * length(vector);
      double product = 0;
      for (int d = 0; d < query.length; d++) {
        product += query[d] * vector[d];
      }
      cosines[t] = lengths == 0 ? 0 : product / lengths;
    }
    return cosines;
  }

  private static double[] mean(float[][] vectors, double[] weights) {
    var mean = new double[vectors[0].length];
    for (int t = 0; t < vectors.length; t++) {
      for (int d = 0; weights[t] != 0 && d < mean.length; d++) {
        mean[d] += weights[t] * vectors[t][d];
      }
    }
    return mean;
  }

  /** Euclidean. */
  static double length(double[] vector) {
    double squares = 0;
    for (double value : vector) {
      squares += value * value;
    }
    return Math.sqrt(squares);
  }
}
