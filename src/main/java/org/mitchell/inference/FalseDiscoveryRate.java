package org.mitchell.inference;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Control of the share of false discoveries among the voxels that are called significant. */
public final class FalseDiscoveryRate {
  private FalseDiscoveryRate() {}

  /**
   * Adjusted p-values of Benjamini and Hochberg (1995): the voxels whose adjusted p is at most q
   * have an expected share of false discoveries of at most q. With m p-values, the k-th smallest
   * becomes the minimum over j &gt;= k of m p(j) / j.
   *
   * @param p a p-value a voxel; NaN takes no part and stays
   */
  public static double[] adjusted(double[] p) {
    int[] ascending =
        IntStream.range(0, p.length)
            .filter(v -> !Double.isNaN(p[v]))
            .boxed()
            .sorted(Comparator.comparingDouble(v -> p[v]))
            .mapToInt(Integer::intValue)
            .toArray();
    var adjusted = new double[p.length];
    Arrays.fill(adjusted, Double.NaN);
    double least = 1;
    for (int k = ascending.length; k >= 1; k--) {
      int voxel = ascending[k - 1];
      least = Math.min(least, p[voxel] * ascending.length / k);
      adjusted[voxel] = least;
    }
    return adjusted;
  }
}
