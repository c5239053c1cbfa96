package org.mitchell.features.embedding;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How far neighbours are of one group: the mean share of the k nearest neighbours of a word, by
 * Euclidean distance, that are of its group.
 *
 * @param neighbours k
 * @param inSpace with the vectors as they are
 * @param inPlane with the places in the plane
 * @param chance what neighbours drawn at random would give
 */
public record NeighbourPurity(int neighbours, double inSpace, double inPlane, double chance) {
  private static final int MOST = 10;

  /**
   * Of as many neighbours as the smallest group can give, 10 at most.
   *
   * @param vectors words x features
   * @param points words x 2
   * @param groups one a word
   * @throws IllegalArgumentException if no group has two words
   */
  public static NeighbourPurity of(double[][] vectors, double[][] points, List<String> groups) {
    var sizes = new HashMap<String, Integer>();
    groups.forEach(group -> sizes.merge(group, 1, Integer::sum));
    int smallest =
        sizes.values().stream()
            .mapToInt(size -> size)
            .filter(size -> size > 1)
            .min()
            .orElseThrow(() -> new IllegalArgumentException("no two words are of one group"));
    int k = Math.min(MOST, smallest - 1);
    return new NeighbourPurity(
        k, purity(vectors, groups, k), purity(points, groups, k), chance(groups, sizes));
  }

  private static double chance(List<String> groups, Map<String, Integer> sizes) {
    double others = groups.size() - 1.0;
    return groups.stream().mapToDouble(g -> (sizes.get(g) - 1) / others).average().orElseThrow();
  }

  private static double purity(double[][] rows, List<String> groups, int k) {
    double sum = 0;
    for (int word = 0; word < rows.length; word++) {
      double[] distances = distances(rows, word);
      int self = word;
      // Ties go to the earlier word.
      Integer[] nearest =
          IntStream.range(0, rows.length).filter(o -> o != self).boxed().toArray(Integer[]::new);
      Arrays.sort(nearest, (a, b) -> Double.compare(distances[a], distances[b]));
      for (int n = 0; n < k; n++) {
        sum += groups.get(nearest[n]).equals(groups.get(word)) ? 1 : 0;
      }
    }
    return sum / k / rows.length;
  }

  private static double[] distances(double[][] rows, int word) {
    var distances = new double[rows.length];
    for (int other = 0; other < rows.length; other++) {
      for (int d = 0; d < rows[word].length; d++) {
        double difference = rows[word][d] - rows[other][d];
        distances[other] += difference * difference;
      }
    }
    return distances;
  }
}
