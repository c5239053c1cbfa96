package org.mitchell.evaluation.stability;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Voxels by how reliable their region is: regions come in the order of the mean stability of their
 * voxels, the voxels of a region in that of their own. A voxel outside all regions is never chosen.
 */
final class RegionReliability {
  private RegionReliability() {}

  /**
   * @param stability a value a voxel; undefined ones (NaN) do not count and are never chosen
   * @param regions the region of every voxel; 0 for none
   * @return columns, ascending; fewer than wanted where fewer lie in regions
   */
  static int[] columns(double[] stability, int[] regions, int count) {
    Map<Integer, Double> means = means(stability, regions);
    Comparator<Integer> order =
        Comparator.<Integer>comparingDouble(v -> -means.get(regions[v]))
            .thenComparingInt(v -> regions[v])
            .thenComparingDouble(v -> -stability[v]);
    return IntStream.range(0, regions.length)
        .filter(v -> regions[v] != 0 && !Double.isNaN(stability[v]))
        .boxed()
        .sorted(order)
        .limit(count)
        .mapToInt(v -> v)
        .sorted()
        .toArray();
  }

  private static Map<Integer, Double> means(double[] stability, int[] regions) {
    var sums = new HashMap<Integer, double[]>();
    for (int v = 0; v < regions.length; v++) {
      if (regions[v] != 0 && !Double.isNaN(stability[v])) {
        double[] sum = sums.computeIfAbsent(regions[v], region -> new double[2]);
        sum[0] += stability[v];
        sum[1]++;
      }
    }
    var means = new HashMap<Integer, Double>();
    sums.forEach((region, sum) -> means.put(region, sum[0] / sum[1]));
    return means;
  }
}
