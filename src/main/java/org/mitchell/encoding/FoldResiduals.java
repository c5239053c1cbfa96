package org.mitchell.encoding;

import java.util.Optional;

/**
 * What takes the residual images of all words, R = A Y, to the leave-one-out errors of the words T
 * of a fold that leaves out the words S: e_t = inverse_t (R_t - down_t R_S) - mean_t (the sum of
 * the images of T, less that of t).
 *
 * @param down A_TS (A_SS)^-1, T x S
 * @param inverse 1 / diagonal of the fold's residual operator A_TT - A_TS (A_SS)^-1 A_ST
 * @param mean what takes the mean image of the other words out, as in {@link LeaveOneOutErrors}
 */
record FoldResiduals(double[][] down, double[] inverse, double[] mean) {
  /**
   * @param a A of all words
   * @param correction (A_SS)^-1
   * @return nothing where the closed form does not hold for some word
   */
  static Optional<FoldResiduals> of(
      double[][] a, int[] training, int[] heldOut, double[][] correction) {
    int count = training.length;
    var down = new double[count][heldOut.length];
    var inverse = new double[count];
    var mean = new double[count];
    double[] sums = rowSums(a, training);
    double largest = 0;
    for (int t = 0; t < count; t++) {
      double[] row = a[training[t]];
      double diagonal = row[training[t]];
      double sum = sums[training[t]];
      for (int s = 0; s < heldOut.length; s++) {
        for (int z = 0; z < heldOut.length; z++) {
          down[t][s] += row[heldOut[z]] * correction[z][s];
        }
        diagonal -= down[t][s] * row[heldOut[s]];
        sum -= down[t][s] * sums[heldOut[s]];
      }
      inverse[t] = 1 / diagonal;
      mean[t] = sum / diagonal / Math.max(1, count - 1);
      largest = Math.max(largest, diagonal);
    }
    for (double each : inverse) {
      if (!(each > 0 && each * LeaveOneOutErrors.SINGULAR * largest < 1)) {
        return Optional.empty();
      }
    }
    return Optional.of(new FoldResiduals(down, inverse, mean));
  }

  /** For every word the sum of its row of A over the training words. */
  private static double[] rowSums(double[][] a, int[] training) {
    var sums = new double[a.length];
    for (int w = 0; w < a.length; w++) {
      for (int t : training) {
        sums[w] += a[w][t];
      }
    }
    return sums;
  }
}
