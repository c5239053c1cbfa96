package org.mitchell.images;

import java.util.Optional;
import org.mitchell.fmri.Moment;
import org.mitchell.fmri.Presentation;
import org.mitchell.fmri.Stimulus;
import org.mitchell.fmri.TrialValues;

/**
 * The image of one trial.
 *
 * @param stimulus what was shown
 * @param session its label, or empty
 * @param run its label, or empty; counted anew in every session
 * @param fold the part of a cross-validation that the user gives it, or empty
 * @param moment when it was, where that is known
 * @param values one a voxel
 */
public record TrialImage(
    Stimulus stimulus,
    String session,
    String run,
    String fold,
    Optional<Moment> moment,
    TrialValues values) {
  /** One that is in no fold, of which nobody says when it was. */
  public TrialImage(Stimulus stimulus, String session, String run, float[] values) {
    this(stimulus, session, run, "", Optional.empty(), TrialValues.of(values));
  }

  /** The same trial with other values. */
  public TrialImage with(TrialValues others) {
    return new TrialImage(stimulus, session, run, fold, moment, others);
  }

  /** Trials of one session. */
  String ofSession() {
    return session;
  }

  /** Trials of one run. */
  String ofRun() {
    return session + "\t" + run;
  }

  /** Where it belongs; a run has the session in its name, for runs are counted anew in each. */
  Presentation place() {
    return new Presentation(
        run.isEmpty() || session.isEmpty() ? run : session + "/" + run, fold, moment);
  }
}
