package org.mitchell.evaluation;

import java.util.Arrays;

/** The positions of the highest values; equal values go to the lower position, NaN is never among them. */
final class Highest {
  private Highest() {}

  /**
   * @param length how many of the values count
   * @param count how many positions are wanted; fewer come back when fewer values are defined
   * @return positions in ascending order
   */
  static int[] of(double[] values, int length, int count) {
    var defined = new double[length];
    int n = 0;
    for (int i = 0; i < length; i++) {
      if (!Double.isNaN(values[i])) {
        defined[n++] = values[i];
      }
    }
    int wanted = Math.min(count, n);
    if (wanted == 0) {
      return new int[0];
    }
    double threshold = kthHighest(defined, n, wanted);
    int above = 0;
    for (int i = 0; i < length; i++) {
      above += values[i] > threshold ? 1 : 0;
    }
    int ties = wanted - above;
    var positions = new int[wanted];
    int next = 0;
    for (int i = 0; next < wanted; i++) {
      if (values[i] > threshold || (values[i] == threshold && ties-- > 0)) {
        positions[next++] = i;
      }
    }
    return positions;
  }

  /** The k-th highest of the first n values, k from 1; the values are put in another order (Hoare's selection). */
  static double kthHighest(double[] values, int n, int k) {
    int target = n - k;
    int low = 0;
    int high = n - 1;
    while (high > low) {
      double pivot = medianOfThree(values[low], values[(low + high) >>> 1], values[high]);
      int i = low;
      int j = high;
      while (i <= j) {
        while (values[i] < pivot) {
          i++;
        }
        while (values[j] > pivot) {
          j--;
        }
        if (i <= j) {
          double swapped = values[i];
          values[i++] = values[j];
          values[j--] = swapped;
        }
      }
      if (target <= j) {
        high = j;
      } else if (target >= i) {
        low = i;
      } else {
        break;
      }
    }
    return values[target];
  }

  /** Positions of the {@code count} highest values, best first. */
  static int[] bestFirst(double[] values, int count) {
    int[] positions = of(values, values.length, count);
    return Arrays.stream(positions)
        .boxed()
        .sorted((a, b) -> values[a] == values[b] ? Integer.compare(a, b) : Double.compare(values[b], values[a]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static double medianOfThree(double a, double b, double c) {
    return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
  }
}
