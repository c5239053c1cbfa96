package org.mitchell.evaluation.ranks;

/**
 * Probabilities of candidates from similarities: exp(similarity / temperature), scaled to sum to 1.
 * The lower the temperature, the surer the best candidate.
 *
 * @param temperature a positive number, in the unit of the similarities
 */
public record Softmax(double temperature) {
  public Softmax {
    if (!(temperature > 0) || Double.isInfinite(temperature)) {
      throw new IllegalArgumentException("a temperature is a number above 0, got " + temperature);
    }
  }

  /** A probability a similarity; they sum to 1. */
  public double[] probabilities(double... similarities) {
    double highest = Double.NEGATIVE_INFINITY;
    for (double similarity : similarities) {
      highest = Math.max(highest, similarity);
    }
    var probabilities = new double[similarities.length];
    double sum = 0;
    for (int c = 0; c < similarities.length; c++) {
      probabilities[c] = Math.exp((similarities[c] - highest) / temperature);
      sum += probabilities[c];
    }
    for (int c = 0; c < similarities.length; c++) {
      probabilities[c] /= sum;
    }
    return probabilities;
  }
}
