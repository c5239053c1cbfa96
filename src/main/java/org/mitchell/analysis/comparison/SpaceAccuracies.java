package org.mitchell.analysis.comparison;

import java.util.Optional;
import org.mitchell.evaluation.groups.ParticipantsTest;
import org.mitchell.evaluation.intervals.SubsampleInterval;

/**
 * How well one feature space does.
 *
 * @param name of the space
 * @param baseline whether it is there to be beaten
 * @param features how many it has
 * @param accuracies leave-two-out, one a participant. Not copied
 * @param words the mean's interval over other words, with these participants; nothing without
 *     subsamples
 * @param participants the mean's interval over other participants, with these words
 */
public record SpaceAccuracies(
    String name,
    boolean baseline,
    int features,
    double[] accuracies,
    Optional<SubsampleInterval> words,
    ParticipantsTest participants) {

  /** The mean over participants. */
  public double mean() {
    return participants.mean();
  }
}
