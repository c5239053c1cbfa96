package org.mitchell.evaluation.nulls;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Holm's step-down correction (Holm 1979, Scandinavian Journal of Statistics 6:65-70): the k-th
 * smallest of m p-values times m - k + 1, no smaller than any before it, at most 1.
 */
public final class Holm {
  private Holm() {}

  /** Corrected p-values in the order given; NaN stays NaN and does not count as a test. */
  public static double[] corrected(double[] p) {
    int[] order =
        IntStream.range(0, p.length)
            .filter(i -> !Double.isNaN(p[i]))
            .boxed()
            .sorted(Comparator.comparingDouble(i -> p[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] corrected = p.clone();
    double reached = 0;
    for (int k = 0; k < order.length; k++) {
      reached = Math.max(reached, Math.min(1, (order.length - k) * p[order[k]]));
      corrected[order[k]] = reached;
    }
    return corrected;
  }
}
