package org.mitchell.images;

import org.mitchell.fmri.Stimulus;

/**
 * The image of one trial.
 *
 * @param stimulus what was shown
 * @param session its label, or empty
 * @param run its label, or empty; counted anew in every session
 * @param values one a voxel. Not copied
 */
public record TrialImage(Stimulus stimulus, String session, String run, float[] values) {
  /** Trials of one session. */
  String ofSession() {
    return session;
  }

  /** Trials of one run. */
  String ofRun() {
    return session + "\t" + run;
  }
}
