package org.mitchell.evaluation.groups;

import org.apache.commons.math3.distribution.BetaDistribution;

/**
 * In how large a share of people there is an effect, from how many participants show one by
 * themselves (Ince, Paton, Kay and Schyns 2021, eLife 10:e62461). Where a mean over participants
 * asks whether there is an effect on average, this asks how common it is.
 *
 * <p>A test of level a that finds every effect is significant with probability t = a + (1 - a) g
 * where g is the prevalence. With a uniform prior on g the posterior of t is a beta distribution of
 * k + 1 and n - k + 1, cut off below a. A test that misses effects makes the estimate too low.
 *
 * @param significant participants, k
 * @param participants n
 * @param level of each participant's test, a
 * @param estimate the likeliest prevalence
 * @param low the lower end of the shortest interval that holds 95% of the posterior
 * @param high the upper end
 */
public record Prevalence(
    int significant, int participants, double level, double estimate, double low, double high) {
  /** The level where nobody says. */
  public static final double USUAL_LEVEL = 0.05;

  private static final double HELD = 0.95;
  private static final int HALVINGS = 60;

  /**
   * @throws IllegalArgumentException if more are significant than there are, or the level is no
   *     probability
   */
  public static Prevalence of(int significant, int participants, double level) {
    if (significant < 0
        || participants < 1
        || significant > participants
        || !(level > 0 && level < 1)) {
      throw new IllegalArgumentException(
          "%d of %d participants at a level of %s".formatted(significant, participants, level));
    }
    var posterior = new BetaDistribution(null, significant + 1.0, participants - significant + 1.0);
    double share = (double) significant / participants;
    double below = posterior.cumulativeProbability(level);
    double left = left(posterior, level, below, Math.max(level, share));
    double right = quantile(posterior, below, below(posterior, left, below) + HELD);
    return new Prevalence(
        significant,
        participants,
        level,
        prevalence(Math.max(level, share), level),
        prevalence(left, level),
        prevalence(right, level));
  }

  /**
   * Where the shortest interval begins: at the level if the density there is above that at its
   * other end, else where both ends have the same density. As the beginning moves up to the mode,
   * its density grows and that of the end falls.
   */
  private static double left(BetaDistribution posterior, double level, double below, double mode) {
    double from = level;
    double to = Math.min(mode, quantile(posterior, below, 1 - HELD));
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (from + to) / 2;
      double end = quantile(posterior, below, below(posterior, middle, below) + HELD);
      boolean early = density(posterior, middle) < density(posterior, end);
      from = early ? middle : from;
      to = early ? to : middle;
    }
    return (from + to) / 2;
  }

  private static double density(BetaDistribution posterior, double t) {
    double a = posterior.getAlpha() - 1;
    double b = posterior.getBeta() - 1;
    return (a == 0 ? 0 : a * Math.log(t)) + (b == 0 ? 0 : b * Math.log1p(-t));
  }

  /** How much of the posterior, cut off below the level, lies below a value. */
  private static double below(BetaDistribution posterior, double t, double below) {
    return (posterior.cumulativeProbability(t) - below) / (1 - below);
  }

  private static double quantile(BetaDistribution posterior, double below, double share) {
    return posterior.inverseCumulativeProbability(
        Math.min(1, below + Math.min(1, share) * (1 - below)));
  }

  private static double prevalence(double t, double level) {
    return Math.max(0, Math.min(1, (t - level) / (1 - level)));
  }
}
