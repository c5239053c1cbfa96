package org.mitchell.bids;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mitchell.trials.Drift;
import org.mitchell.trials.NoiseModel;
import org.mitchell.trials.TrialMethod;

/**
 * How trial images are made of BOLD runs.
 *
 * @param trials what the user calls the method
 * @param method of one image a trial
 * @param drift slow changes that are modelled
 * @param confounds columns that are modelled; without it the six motion parameters where the run
 *     has a table of confounds
 * @param eventColumn the column of events that says what was shown
 * @param words what stimuli are called, by what the events call them; others keep their names
 */
public record BoldOptions(
    String trials,
    TrialMethod method,
    Drift drift,
    Optional<Confounds> confounds,
    Optional<String> eventColumn,
    Map<String, String> words) {
  public BoldOptions {
    words = Map.copyOf(words);
  }

  /** The method in letters and digits, for names of files. */
  public String label() {
    String noise = method.noise() == NoiseModel.OLS ? "" : method.noise().name();
    return trials.replaceAll("[^A-Za-z0-9]", "") + noise.toLowerCase(Locale.ROOT);
  }
}
