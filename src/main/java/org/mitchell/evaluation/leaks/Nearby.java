package org.mitchell.evaluation.leaks;

/** Whose images a word's image is guessed from, when nothing is known of it but when it was. */
public enum Nearby {
  /** The trials just before and just after, in the same run, of those that are trained on. */
  TIME,
  /** All trials of the same run that are trained on. */
  RUN,
  /** In every other run the trial that came at the same place, or those nearest to it. */
  POSITION
}
