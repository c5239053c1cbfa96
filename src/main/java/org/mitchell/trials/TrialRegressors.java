package org.mitchell.trials;

import java.util.List;
import java.util.function.Function;
import org.mitchell.files.InputException;

/** What each trial of a run does to its frames, by one method: a series a trial. */
final class TrialRegressors {
  private final FrameTimes frames;

  TrialRegressors(FrameTimes frames) {
    this.frames = frames;
  }

  /**
   * @throws InputException if a trial leaves no trace in the frames
   */
  double[][] of(List<Event> trials, TrialMethod method) {
    Function<Event, double[]> regressor =
        switch (method.kind()) {
          case LSA, LSS -> convolved(method.response());
          case FIR -> trial -> box(trial, method);
          case MEAN -> trial -> mean(box(trial, method));
        };
    return trials.stream().map(regressor).toArray(double[][]::new);
  }

  private Function<Event, double[]> convolved(HaemodynamicResponse response) {
    var regressor = new EventRegressor(frames, response);
    return trial -> {
      if (trial.onset() >= frames.last()
          || trial.onset() < frames.start() - EventRegressor.BEFORE) {
        throw without(trial, "it begins outside the run");
      }
      return regressor.of(List.of(trial));
    };
  }

  private double[] box(Event trial, TrialMethod window) {
    var box = new double[frames.count()];
    boolean met = false;
    for (int frame = 0; frame < box.length; frame++) {
      double time = frames.at(frame);
      if (time >= trial.onset() + window.from() && time <= trial.onset() + window.to()) {
        box[frame] = 1;
        met = true;
      }
    }
    if (!met) {
      throw without(
          trial, "no frame lies %s to %s s after its onset".formatted(window.from(), window.to()));
    }
    return box;
  }

  private static double[] mean(double[] box) {
    return Vectors.scaled(box, 1 / Vectors.dot(box, box));
  }

  private InputException without(Event trial, String problem) {
    return problem(
        trial,
        "%s (the frames go from %.3f to %.3f s)".formatted(problem, frames.start(), frames.last()));
  }

  static InputException problem(Event trial, String problem) {
    return new InputException(
        "the trial '%s' at %.3f s has no image: %s"
            .formatted(trial.type(), trial.onset(), problem));
  }
}
