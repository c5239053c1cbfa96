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
 * @param noise what is assumed of it
 */
public record TrialMethod(
    Kind kind, HaemodynamicResponse response, double from, double to, NoiseModel noise) {
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
   * @throws IllegalArgumentException if there is no time from one to the other, or if noise is to
   *     be modelled where there is no model of the trials
   */
  public TrialMethod {
    if (!(from <= to) || !Double.isFinite(from) || !Double.isFinite(to)) {
      throw new IllegalArgumentException(
          "from %s to %s s where the first is expected not to be after the second"
              .formatted(from, to));
    }
    if (kind == Kind.MEAN && noise != NoiseModel.OLS) {
      throw new IllegalArgumentException(
          "the mean of frames is no model of trials, in which noise could have a part");
    }
  }

  /**
   * The same with another model of the noise.
   *
   * @throws IllegalArgumentException if the method is a mean of frames, which is no model
   */
  public TrialMethod with(NoiseModel other) {
    return new TrialMethod(kind, response, from, to, other);
  }

  /**
   * A method by its name, with independent noise.
   *
   * @param text {@code lsa}, {@code lss}, {@code mean:4-7s} or {@code fir:4-7s}
   * @throws IllegalArgumentException if it is none of these
   */
  public static TrialMethod of(String text, HaemodynamicResponse response) {
    if (text.equals("lsa") || text.equals("lss")) {
      return new TrialMethod(
          text.equals("lsa") ? Kind.LSA : Kind.LSS, response, 0, 0, NoiseModel.OLS);
    }
    Matcher window = WINDOW.matcher(text);
    if (window.matches()) {
      try {
        return new TrialMethod(
            window.group(1).equals("mean") ? Kind.MEAN : Kind.FIR,
            response,
            Double.parseDouble(window.group(2)),
            Double.parseDouble(window.group(3)),
            NoiseModel.OLS);
      } catch (NumberFormatException e) {
        // Said below, with all others that are no method.
      }
    }
    throw new IllegalArgumentException(
        "got '%s' where lss, lsa, mean:FROM-TOs or fir:FROM-TOs is expected, as mean:4-7s"
            .formatted(text));
  }
}
