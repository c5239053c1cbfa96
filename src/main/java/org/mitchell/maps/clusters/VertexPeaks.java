package org.mitchell.maps.clusters;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The peaks of clusters of vertices: a vertex, or a level patch of vertices that touch, is a local
 * maximum when none that touches it in its cluster is higher. A patch's peak is the vertex nearest
 * to the mean place of the patch, of equally near ones the first.
 */
final class VertexPeaks {
  private final Contacts contacts;
  private final float[] statistic;
  private final int[] labels;
  private final double[] mm;
  private final boolean[] seen;

  /**
   * @param statistic a value a column, finite in clusters
   * @param labels the cluster of each column, 0 for none
   * @param mm x, y, z of each column, one column after the other
   */
  VertexPeaks(Contacts contacts, float[] statistic, int[] labels, double[] mm) {
    this.contacts = contacts;
    this.statistic = statistic;
    this.labels = labels;
    this.mm = mm;
    seen = new boolean[labels.length];
  }

  /**
   * The peaks to report of each cluster, by value descending.
   *
   * @param areas NaN where a column is no vertex
   */
  Map<Integer, List<Peak>> peaksOfLabels(double[] areas) {
    var peaks = new HashMap<Integer, List<Peak>>();
    for (int column = 0; column < labels.length; column++) {
      if (labels[column] != 0 && !seen[column] && !Double.isNaN(areas[column])) {
        var patch = new ArrayList<Integer>();
        if (isMaximum(column, patch)) {
          peaks.computeIfAbsent(labels[column], label -> new ArrayList<>()).add(peak(patch));
        }
      }
    }
    peaks.replaceAll((label, all) -> Peak.apart(all));
    return peaks;
  }

  /**
   * Whether nothing that touches a column's level patch is higher.
   *
   * @param patch empty; takes its columns
   */
  private boolean isMaximum(int start, List<Integer> patch) {
    boolean maximum = true;
    var waiting = new ArrayDeque<Integer>(List.of(start));
    seen[start] = true;
    while (!waiting.isEmpty()) {
      int column = waiting.remove();
      patch.add(column);
      for (int other : contacts.of(column)) {
        if (labels[other] == labels[start]) {
          maximum &= statistic[other] <= statistic[start];
          if (statistic[other] == statistic[start] && !seen[other]) {
            seen[other] = true;
            waiting.add(other);
          }
        }
      }
    }
    return maximum;
  }

  private Peak peak(List<Integer> patch) {
    var middle = new double[3];
    for (int column : patch) {
      for (int axis = 0; axis < 3; axis++) {
        middle[axis] += mm[3 * column + axis] / patch.size();
      }
    }
    int nearest = patch.get(0);
    for (int column : patch) {
      double step = square(column, middle) - square(nearest, middle);
      nearest = step < 0 || step == 0 && column < nearest ? column : nearest;
    }
    int at = 3 * nearest;
    return new Peak(nearest, mm[at], mm[at + 1], mm[at + 2], statistic[nearest]);
  }

  private double square(int column, double[] middle) {
    double sum = 0;
    for (int axis = 0; axis < 3; axis++) {
      double step = mm[3 * column + axis] - middle[axis];
      sum += step * step;
    }
    return sum;
  }
}
