package org.mitchell.analysis.power;

/**
 * A share of experiments with the 95% interval of Wilson (1927), which keeps within 0 and 1.
 *
 * @param value the share
 * @param low the lower end of the interval
 * @param high the upper end
 */
record Share(double value, double low, double high) {
  private static final double NORMAL_975 = 1.959963984540054;

  static Share of(long some, int all) {
    double share = (double) some / all;
    double z = NORMAL_975 * NORMAL_975 / all;
    double centre = (share + z / 2) / (1 + z);
    double margin = NORMAL_975 / (1 + z) * Math.sqrt((share * (1 - share) + z / 4) / all);
    return new Share(share, Math.max(0, centre - margin), Math.min(1, centre + margin));
  }
}
