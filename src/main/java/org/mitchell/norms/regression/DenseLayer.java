package org.mitchell.norms.regression;

import org.apache.commons.math3.random.RandomGenerator;

/**
 * The weights of one layer of a network, and of what Adam remembers of each.
 *
 * <p>Adam (Kingma and Ba 2015): a weight moves by rate m / (sqrt(v) + epsilon), where m and v are
 * running means of its gradient and of the square of that, both corrected for having begun at 0.
 */
final class DenseLayer {
  private static final float MEAN_DECAY = 0.9f;
  private static final float SQUARE_DECAY = 0.999f;
  private static final float EPSILON = 1e-8f;
  private static final double RATE = 1e-3;

  /** A row an input, a last row for the bias; a column an output. */
  private final float[][] weights;

  private final float[][] gradient;
  private final float[][] mean;
  private final float[][] square;

  private DenseLayer(float[][] weights) {
    this.weights = weights;
    this.gradient = new float[weights.length][weights[0].length];
    this.mean = new float[weights.length][weights[0].length];
    this.square = new float[weights.length][weights[0].length];
  }

  /**
   * Weights drawn evenly between -b and b, b = sqrt(6 / (inputs + outputs)) (Glorot and Bengio
   * 2010).
   */
  static DenseLayer drawn(int inputs, int outputs, RandomGenerator chance) {
    double bound = Math.sqrt(6.0 / (inputs + outputs));
    var weights = new float[inputs + 1][outputs];
    for (float[] row : weights) {
      for (int o = 0; o < outputs; o++) {
        row[o] = (float) ((2 * chance.nextDouble() - 1) * bound);
      }
    }
    return new DenseLayer(weights);
  }

  int inputs() {
    return weights.length - 1;
  }

  int outputs() {
    return weights[0].length;
  }

  float[][] weights() {
    return weights;
  }

  /** The weights as they are now: a copy. */
  float[][] copy() {
    var copy = new float[weights.length][];
    for (int r = 0; r < copy.length; r++) {
      copy[r] = weights[r].clone();
    }
    return copy;
  }

  /** Sets the weights to a copy that was made before. */
  void restore(float[][] earlier) {
    for (int r = 0; r < weights.length; r++) {
      System.arraycopy(earlier[r], 0, weights[r], 0, weights[r].length);
    }
  }

  /** The layer's sums of one input: bias and weighted inputs. */
  void apply(float[] input, float[] output) {
    System.arraycopy(weights[inputs()], 0, output, 0, output.length);
    FloatLoops.addRows(output, weights, input);
  }

  /**
   * Adds to the gradient what some inputs and the errors of their outputs come to.
   *
   * @param count how many there are
   */
  void addGradient(float[][] inputs, float[][] errors, int count) {
    float[] bias = gradient[inputs()];
    int b = 0;
    for (; b + 3 < count; b += 4) {
      float[] e0 = errors[b];
      float[] e1 = errors[b + 1];
      float[] e2 = errors[b + 2];
      float[] e3 = errors[b + 3];
      for (int i = 0; i < inputs(); i++) {
        FloatLoops.addFour(
            gradient[i],
            e0,
            e1,
            e2,
            e3,
            inputs[b][i],
            inputs[b + 1][i],
            inputs[b + 2][i],
            inputs[b + 3][i]);
      }
      FloatLoops.addFour(bias, e0, e1, e2, e3, 1, 1, 1, 1);
    }
    for (; b < count; b++) {
      for (int i = 0; i < inputs(); i++) {
        FloatLoops.add(gradient[i], errors[b], inputs[b][i]);
      }
      FloatLoops.add(bias, errors[b], 1);
    }
  }

  /**
   * Moves the weights against the gradient of a batch, which then is 0 again.
   *
   * @param step how many there have been, this one counted
   * @param count words of the batch
   * @param decay of squared weights in the loss, the bias left out
   */
  void step(long step, int count, float decay) {
    double corrected =
        RATE * Math.sqrt(1 - Math.pow(SQUARE_DECAY, step)) / (1 - Math.pow(MEAN_DECAY, step));
    for (int r = 0; r < weights.length; r++) {
      float rowDecay = r == inputs() ? 0 : decay;
      move(weights[r], gradient[r], mean[r], square[r], (float) corrected, 1f / count, rowDecay);
    }
  }

  private static void move(
      float[] weights,
      float[] gradient,
      float[] mean,
      float[] square,
      float rate,
      float share,
      float decay) {
    for (int i = 0; i < weights.length; i++) {
      float g = (gradient[i] + decay * weights[i]) * share;
      mean[i] = MEAN_DECAY * mean[i] + (1 - MEAN_DECAY) * g;
      square[i] = SQUARE_DECAY * square[i] + (1 - SQUARE_DECAY) * g * g;
      weights[i] -= rate * mean[i] / ((float) Math.sqrt(square[i]) + EPSILON);
      gradient[i] = 0;
    }
  }
}
