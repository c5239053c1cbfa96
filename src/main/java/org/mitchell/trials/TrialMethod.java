package org.mitchell.trials;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the image of a trial is made of the frames of its run.
 *
 * @param kind of model
 * @param response the shape of regressors of events
 * @param from seconds after the onset, of the kinds that have a window
 * @param to seconds after the onset, frames at this time included
 */
public record TrialMethod(Kind kind, HaemodynamicResponse response, double from, double to) {
  private static final Pattern WINDOW = Pattern.compile("(mean|fir):([0-9.]{1,9})-([0-9.]{1,9})s?");

  /** What images a method gives. */
  public enum Kind {
    /**
     * The mean of the frames in a window after the onset, as in Mitchell et al. (2008), once drift,
     * confounds and events of no interest are regressed out.
     */
    MEAN,

    /** Least squares, all: coefficients of one model that has a regressor for every trial. */
    LSA,

    /**
     * Least squares, separate (Mumford et al., NeuroImage 59, 2012): for every trial a model of its
     * own, with one regressor for this trial and one for all other trials of the run.
     */
    LSS,

    /**
     * A finite impulse response of a single bin: one model that has a box for every trial over a
     * window after its onset, whatever the shape of the response there.
     */
    FIR
  }

  /**
   * @throws IllegalArgumentException if there is no time from one to the other
   */
  public TrialMethod {
    if (!(from <= to) || !Double.isFinite(from) || !Double.isFinite(to)) {
      throw new IllegalArgumentException(
          "from %s to %s s where the first is expected not to be after the second"
              .formatted(from, to));
    }
  }

  /**
   * A method by its name.
   *
   * @param text {@code lsa}, {@code lss}, {@code mean:4-7s} or {@code fir:4-7s}
   * @throws IllegalArgumentException if it is none of these
   */
  public static TrialMethod of(String text, HaemodynamicResponse response) {
    if (text.equals("lsa") || text.equals("lss")) {
      return new TrialMethod(text.equals("lsa") ? Kind.LSA : Kind.LSS, response, 0, 0);
    }
    Matcher window = WINDOW.matcher(text);
    if (window.matches()) {
      try {
        return new TrialMethod(
            window.group(1).equals("mean") ? Kind.MEAN : Kind.FIR,
            response,
            Double.parseDouble(window.group(2)),
            Double.parseDouble(window.group(3)));
      } catch (NumberFormatException e) {
        // Said below, with all others that are no method.
      }
    }
    throw new IllegalArgumentException(
        "got '%s' where lss, lsa, mean:FROM-TOs or fir:FROM-TOs is expected, as mean:4-7s"
            .formatted(text));
  }
}
