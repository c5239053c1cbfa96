package org.mitchell.fmri;

/**
 * Where one presentation of a word belongs.
 *
 * @param run the run that it was shown in, with its session in front where there are sessions;
 *     empty where it is not known
 * @param fold the part of a cross-validation that the user gives it; empty where none is given
 */
public record Presentation(String run, String fold) {
  /** Of files that say neither. */
  public static final Presentation UNKNOWN = new Presentation("", "");

  boolean isKnown() {
    return !run.isEmpty() || !fold.isEmpty();
  }
}
