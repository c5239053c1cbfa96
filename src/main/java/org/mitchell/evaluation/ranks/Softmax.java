package org.mitchell.evaluation.ranks;

/**
 * Probabilities of candidates from similarities: exp(similarity / temperature), scaled to sum to 1.
 * The lower the temperature, the surer the best candidate.
 *
 * @param temperature a positive number, in the unit of the similarities
 */
public record Softmax(double temperature) {
  /**
   * With the temperature that is used where none is given, 0.25: with it the likeliest of 60 words
   * has a mean probability of .06 on the six public tables of real images and of .04 on the
   * simulated participant S1 (25 verbs, ridge 0 and 1), where it is right for .02 and .08 of the
   * words; at 0.1 it would be .18 on the real ones.
   */
  public static final Softmax DEFAULT = new Softmax(0.25);

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
