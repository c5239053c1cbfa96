package org.mitchell.trials;

/**
 * Noise that is a share of the frame before it, and something new: {@code e(i) = share e(i-1) +
 * w(i)}. Shares are kept to two digits, cut towards zero, so that voxels of one share are solved
 * together; this and the first frame, which stays as it is, are nilearn's ({@code run_glm}, {@code
 * ARModel}).
 *
 * @param hundredths of the share
 */
record Autoregression(int hundredths) {
  /** Of independent frames. */
  static final Autoregression NONE = new Autoregression(0);

  private static final double HUNDRED = 100;

  /**
   * By Yule and Walker, with sums divided by the number of their terms.
   *
   * @param squares the sum of the squared residuals, above 0
   * @param neighbours the sum of the products of residuals of neighbouring frames
   */
  static Autoregression of(double squares, double neighbours, int frames) {
    double share = neighbours / (frames - 1) / (squares / frames);
    return new Autoregression((int) (share * HUNDRED));
  }

  double share() {
    return hundredths / HUNDRED;
  }

  /** A series without what each frame has of the one before: {@code W s}. */
  double[] whitened(double[] series) {
    var whitened = series.clone();
    if (hundredths == 0) {
      return whitened;
    }
    for (int i = 1; i < series.length; i++) {
      whitened[i] -= share() * series[i - 1];
    }
    return whitened;
  }

  /** {@code W' s}: weights of whitened frames, as weights of the frames themselves. */
  double[] unwhitened(double[] weights) {
    var turned = weights.clone();
    if (hundredths == 0) {
      return turned;
    }
    for (int i = 1; i < weights.length; i++) {
      turned[i - 1] -= share() * weights[i];
    }
    return turned;
  }
}
