package org.mitchell.trials;

/**
 * Something that happened in a run.
 *
 * @param onset in seconds from the run's beginning
 * @param duration in seconds; 0 for an impulse
 * @param type BIDS's trial_type, or the word shown
 */
public record Event(double onset, double duration, String type) {
  /**
   * @throws IllegalArgumentException if a time is not finite, or the duration below 0
   */
  public Event {
    if (!Double.isFinite(onset) || !Double.isFinite(duration) || duration < 0) {
      throw new IllegalArgumentException(
          "onset %s and duration %s, where a finite onset and a duration from 0 up are expected"
              .formatted(onset, duration));
    }
  }
}
