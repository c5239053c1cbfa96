package org.mitchell.evaluation.groups;

import org.apache.commons.math3.random.RandomGenerator;
import org.mitchell.random.RandomStreams;
import org.mitchell.random.RandomStreams.Purpose;

/**
 * The sign-flip test of a mean: were there no effect, every participant's departure might as well
 * have the other sign (Fisher's randomisation test). p is the share of all sign patterns, the
 * observed one included, whose mean is as far out.
 *
 * @param pAbove share of patterns whose mean is at least the observed one
 * @param pTwoSided share of patterns whose mean is at least as far from 0
 * @param patterns how many sign patterns were looked at, the observed one included
 * @param exact whether these are all patterns there are
 */
public record SignFlips(double pAbove, double pTwoSided, long patterns, boolean exact) {
  /** Up to so many participants all sign patterns are looked at. */
  public static final int MOST_EXACT = 12;

  /** Random patterns with more participants. */
  private static final int SAMPLED = 9_999;

  /** Sums that differ by less are equal: rounding must not decide. */
  private static final double TIE = 1e-12;

  /**
   * @param departures one a participant: accuracy less what chance gives, or a difference of two
   * @param streams pattern i of more than {@link #MOST_EXACT} participants is drawn from the stream
   *     ({@link Purpose#SIGN_FLIP}, i, 0)
   */
  public static SignFlips of(double[] departures, RandomStreams streams) {
    return departures.length <= MOST_EXACT ? all(departures) : sampled(departures, streams);
  }

  private static SignFlips all(double[] departures) {
    var count = new Count(departures);
    for (int pattern = 0; pattern < 1 << departures.length; pattern++) {
      double sum = 0;
      for (int k = 0; k < departures.length; k++) {
        sum += (pattern >> k & 1) == 0 ? departures[k] : -departures[k];
      }
      count.add(sum);
    }
    return count.result(true);
  }

  private static SignFlips sampled(double[] departures, RandomStreams streams) {
    var count = new Count(departures);
    count.add(count.observed);
    for (int i = 0; i < SAMPLED; i++) {
      RandomGenerator random = streams.stream(Purpose.SIGN_FLIP, i, 0);
      double sum = 0;
      for (double departure : departures) {
        sum += random.nextBoolean() ? departure : -departure;
      }
      count.add(sum);
    }
    return count.result(false);
  }

  /** Counts the patterns that are as far out as the observed one. */
  private static final class Count {
    private final double observed;
    private final double tie;
    private long patterns;
    private long above;
    private long farOut;

    Count(double[] departures) {
      double sum = 0;
      double size = 0;
      for (double departure : departures) {
        sum += departure;
        size += Math.abs(departure);
      }
      observed = sum;
      tie = TIE * size;
    }

    void add(double sum) {
      patterns++;
      above += sum >= observed - tie ? 1 : 0;
      farOut += Math.abs(sum) >= Math.abs(observed) - tie ? 1 : 0;
    }

    SignFlips result(boolean exact) {
      return new SignFlips((double) above / patterns, (double) farOut / patterns, patterns, exact);
    }
  }
}
