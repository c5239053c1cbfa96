package org.mitchell.evaluation.stability;

import java.util.Arrays;

/**
 * The positions of the highest values; equal values go to the lower position, NaN is never among
 * them.
 */
final class Highest {
  private static final int SAMPLE = 16;

  private Highest() {}

  /**
   * The positions of the {@code count} highest values, ascending; fewer where fewer are defined.
   */
  static int[] of(double[] values, int count) {
    return of(values, values.length, count, Double.NEGATIVE_INFINITY).positions();
  }

  /**
   * @param length how many of the values count
   * @param count how many positions are wanted; fewer come back when fewer values are defined
   * @param likely a value that at least {@code count} values probably reach: a good guess saves
   *     time
   */
  static SelectedVoxels of(double[] values, int length, int count, double likely) {
    var reaching = new int[length + 1];
    int n = reaching(values, length, likely, reaching);
    if (n < count) {
      n = reaching(values, length, Double.NEGATIVE_INFINITY, reaching);
    }
    int wanted = Math.min(count, n);
    if (wanted == 0) {
      return new SelectedVoxels(new int[0], Double.NEGATIVE_INFINITY);
    }
    var sorted = new double[n];
    for (int i = 0; i < n; i++) {
      sorted[i] = values[reaching[i]];
    }
    double threshold = kthHighest(sorted, n, wanted);
    return new SelectedVoxels(
        positions(values, reaching, n, threshold, wanted),
        wanted < count ? Double.NEGATIVE_INFINITY : threshold);
  }

  /**
   * Collects the positions of values from {@code least} on; the array has room for one more than it
   * keeps, so that no branch is needed.
   */
  private static int reaching(double[] values, int length, double least, int[] reaching) {
    int n = 0;
    for (int i = 0; i < length; i++) {
      reaching[n] = i;
      n += values[i] >= least ? 1 : 0;
    }
    return n;
  }

  private static int[] positions(
      double[] values, int[] reaching, int count, double threshold, int wanted) {
    var notBelow = new int[count + 1];
    int n = 0;
    int above = 0;
    for (int i = 0; i < count; i++) {
      notBelow[n] = reaching[i];
      n += values[reaching[i]] >= threshold ? 1 : 0;
      above += values[reaching[i]] > threshold ? 1 : 0;
    }
    return n == wanted
        ? Arrays.copyOf(notBelow, n)
        : withFirstTies(values, notBelow, n, threshold, wanted - above, wanted);
  }

  private static int[] withFirstTies(
      double[] values, int[] notBelow, int n, double threshold, int ties, int wanted) {
    var positions = new int[wanted];
    int next = 0;
    int left = ties;
    for (int i = 0; i < n; i++) {
      boolean tie = values[notBelow[i]] == threshold;
      if (!tie || left-- > 0) {
        positions[next++] = notBelow[i];
      }
    }
    return positions;
  }

  /**
   * The k-th highest of the first n values, k from 1; the values are put in another order (Hoare's
   * selection).
   */
  static double kthHighest(double[] values, int n, int k) {
    int target = n - k;
    int low = 0;
    int high = n - 1;
    while (high > low) {
      double pivot = pivot(values, low, high, target);
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

  /**
   * A value that is probably a little above the target's: most of what is left lies on the far side
   * of it then, where the processor foresees each comparison.
   */
  private static double pivot(double[] values, int low, int high, int target) {
    if (high - low < 4 * SAMPLE) {
      return medianOfThree(values[low], values[(low + high) >>> 1], values[high]);
    }
    var sample = new double[SAMPLE];
    for (int i = 0; i < SAMPLE; i++) {
      sample[i] = values[low + (int) ((long) (high - low) * i / (SAMPLE - 1))];
    }
    Arrays.sort(sample);
    int at = (int) ((long) (target - low) * SAMPLE / (high - low));
    return sample[Math.min(SAMPLE - 1, at + 1)];
  }

  private static double medianOfThree(double a, double b, double c) {
    return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
  }
}
