package org.mitchell.analysis.ceilings;

import java.util.Optional;
import org.mitchell.evaluation.ceilings.OtherParticipants;

/**
 * What an accuracy is held against.
 *
 * @param presentations whether by what half of the presentations say of the other half
 * @param others the brains of all participants, where by what the others' say of one
 */
public record CeilingPlan(boolean presentations, Optional<OtherParticipants> others) {
  /** How often presentations are split with all words. */
  static final int SPLITS = 100;

  /** How often with each subsample of the words, whose mean matters less. */
  static final int SPLITS_OF_SUBSAMPLES = 10;
}
