package org.mitchell.vectors.questions;

import java.util.ArrayList;
import java.util.List;

/** The word among some that is least like their mean. */
public final class OddOneOut {
  private OddOneOut() {}

  /**
   * How like each vector is the mean of all, each scaled to length 1 before: the smallest is the
   * odd one.
   *
   * @param vectors three or more, all of a size
   */
  public static List<Double> likeness(List<float[]> vectors, Metric metric) {
    int size = vectors.get(0).length;
    var mean = new double[size];
    for (float[] vector : vectors) {
      var unit = new double[size];
      for (int d = 0; d < size; d++) {
        unit[d] = vector[d];
      }
      DirectedVectors.direct(unit, metric == Metric.CORRELATION);
      for (int d = 0; d < size; d++) {
        mean[d] += unit[d] / vectors.size();
      }
    }
    var centre = new float[size];
    for (int d = 0; d < size; d++) {
      centre[d] = (float) mean[d];
    }
    var likeness = new ArrayList<Double>();
    for (float[] vector : vectors) {
      double value = metric.of(vector, centre);
      likeness.add(metric == Metric.EUCLID ? -value : value);
    }
    return List.copyOf(likeness);
  }
}
