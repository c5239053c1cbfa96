package org.mitchell.similarity;

/**
 * Sums over columns of what the numbers of every two of n words give: the products, or the squares
 * of the differences. Columns are added in their order, four in one loop over words, which the
 * compiler turns into vector instructions; a loop for each loads and stores four times as often.
 */
final class PairSums {
  private static final int STEP = 4;

  private PairSums() {}

  /**
   * @param columns columns x words
   * @return words x words, of which a row counts from the diagonal on
   */
  static double[][] products(double[][] columns, int words) {
    var sums = new double[words][words];
    for (int v = 0; v < columns.length; v += STEP) {
      double[] one = columns[v];
      double[] two = column(columns, v + 1);
      double[] three = column(columns, v + 2);
      double[] four = column(columns, v + 3);
      for (int i = 0; i < words; i++) {
        addProducts(one, two, three, four, i, sums[i]);
      }
    }
    return sums;
  }

  /**
   * @param columns columns x words
   * @return words x words, of which a row counts from the diagonal on
   */
  static double[][] squares(double[][] columns, int words) {
    var sums = new double[words][words];
    for (int v = 0; v < columns.length; v += STEP) {
      double[] one = columns[v];
      double[] two = column(columns, v + 1);
      double[] three = column(columns, v + 2);
      double[] four = column(columns, v + 3);
      for (int i = 0; i < words; i++) {
        addSquares(one, two, three, four, i, sums[i]);
      }
    }
    return sums;
  }

  /** Zeros behind the last, which add nothing. */
  private static double[] column(double[][] columns, int v) {
    return v < columns.length ? columns[v] : new double[columns[0].length];
  }

  private static void addProducts(
      double[] one, double[] two, double[] three, double[] four, int i, double[] sums) {
    double a = one[i];
    double b = two[i];
    double c = three[i];
    double d = four[i];
    for (int j = start(i); j < sums.length; j++) {
      sums[j] = (((sums[j] + a * one[j]) + b * two[j]) + c * three[j]) + d * four[j];
    }
  }

  private static void addSquares(
      double[] one, double[] two, double[] three, double[] four, int i, double[] sums) {
    double a = one[i];
    double b = two[i];
    double c = three[i];
    double d = four[i];
    for (int j = start(i); j < sums.length; j++) {
      double first = a - one[j];
      double second = b - two[j];
      double third = c - three[j];
      double fourth = d - four[j];
      sums[j] = (((sums[j] + first * first) + second * second) + third * third) + fourth * fourth;
    }
  }

  /** At or before the diagonal, where the words of a vector instruction begin. */
  private static int start(int i) {
    return i / STEP * STEP;
  }
}
