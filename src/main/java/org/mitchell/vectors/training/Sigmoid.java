package org.mitchell.vectors.training;

/**
 * The logistic function and what a prediction costs, looked up as in the original program: 1,000
 * steps from -6 to 6, where the step of a number is its distance from -6 times 83.
 */
final class Sigmoid {
  /** Beyond it, either way, the function counts as 0 and 1. */
  static final float END = 6;

  private static final int STEPS = 1000;
  private static final int STEPS_PER_UNIT = 83;
  private static final float[] VALUES = new float[STEPS];
  private static final float[] LOSSES = new float[STEPS];

  static {
    for (int step = 0; step < STEPS; step++) {
      double exponential = Math.exp((step / (double) STEPS * 2 - 1) * END);
      VALUES[step] = (float) (exponential / (exponential + 1));
      LOSSES[step] = (float) -Math.log(exponential / (exponential + 1));
    }
  }

  private Sigmoid() {}

  /** About 1 / (1 + exp(-x)). */
  static float of(float x) {
    return x > END ? 1 : x < -END ? 0 : VALUES[step(x)];
  }

  /** About -log of it: what it costs to give x to what is so; -x to what is not. */
  static float loss(float x) {
    return x > END ? 0 : x < -END ? -x : LOSSES[step(x)];
  }

  private static int step(float x) {
    return Math.min(STEPS - 1, (int) ((x + END) * STEPS_PER_UNIT));
  }
}
