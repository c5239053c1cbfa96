package org.mitchell.trials;

/** Slow changes of the signal that no event makes; a constant is always among them. */
public sealed interface Drift {
  /** Columns, frames each. */
  double[][] columns(FrameTimes frames);

  /** As an option has it: {@code cosine:128.0}. */
  String text();

  /**
   * Discrete cosines of longer periods than a bound (as SPM's high-pass filter has them).
   *
   * @param period the shortest period that is taken out, s
   */
  record Cosine(double period) implements Drift {
    /**
     * @throws IllegalArgumentException if the period is not above 0
     */
    public Cosine {
      if (!(period > 0)) {
        throw new IllegalArgumentException(
            "a period of %s s where seconds above 0 are expected".formatted(period));
      }
    }

    @Override
    public String text() {
      return "cosine:" + period;
    }

    @Override
    public double[][] columns(FrameTimes frames) {
      int n = frames.count();
      int order = (int) Math.min(n - 1.0, Math.floor(2 * n * frames.tr() / period));
      var columns = new double[order + 1][n];
      for (int k = 0; k <= order; k++) {
        for (int frame = 0; frame < n; frame++) {
          columns[k][frame] = Math.cos(Math.PI / n * (frame + 0.5) * k);
        }
      }
      return columns;
    }
  }

  /**
   * Powers of time.
   *
   * @param order the highest power; 0 for a constant alone
   */
  record Polynomial(int order) implements Drift {
    /**
     * @throws IllegalArgumentException if the order is below 0
     */
    public Polynomial {
      if (order < 0) {
        throw new IllegalArgumentException(
            "an order of %d where a number from 0 up is expected".formatted(order));
      }
    }

    @Override
    public String text() {
      return "polynomial:" + order;
    }

    /** Legendre polynomials, which span the powers and keep the design well conditioned. */
    @Override
    public double[][] columns(FrameTimes frames) {
      int n = frames.count();
      var columns = new double[order + 1][n];
      for (int frame = 0; frame < n; frame++) {
        double x = 2.0 * frame / (n - 1) - 1;
        columns[0][frame] = 1;
        if (order > 0) {
          columns[1][frame] = x;
        }
        for (int k = 2; k <= order; k++) {
          columns[k][frame] =
              ((2 * k - 1) * x * columns[k - 1][frame] - (k - 1) * columns[k - 2][frame]) / k;
        }
      }
      return columns;
    }
  }
}
