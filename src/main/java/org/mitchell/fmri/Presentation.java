package org.mitchell.fmri;

import java.util.Optional;

/**
 * Where one presentation of a word belongs.
 *
 * @param run the run that it was shown in, with its session in front where there are sessions;
 *     empty where it is not known
 * @param fold the part of a cross-validation that the user gives it; empty where none is given
 * @param moment when it was, where that is known
 */
public record Presentation(String run, String fold, Optional<Moment> moment) {
  /** Of files that say nothing of it. */
  public static final Presentation UNKNOWN = new Presentation("", "");

  /** One whose time is not known. */
  public Presentation(String run, String fold) {
    this(run, fold, Optional.empty());
  }

  boolean isKnown() {
    return !run.isEmpty() || !fold.isEmpty();
  }
}
