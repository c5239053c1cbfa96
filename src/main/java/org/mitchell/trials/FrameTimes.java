package org.mitchell.trials;

/**
 * When the frames of a run were taken, in seconds from the run's beginning: {@code start + i tr}.
 *
 * @param start of the first frame: BIDS's StartTime, half a TR where slices were corrected to the
 *     middle one
 * @param tr repetition time, above 0
 * @param count how many frames; at least 2
 */
public record FrameTimes(double start, double tr, int count) {
  /**
   * @throws IllegalArgumentException if the times are no series
   */
  public FrameTimes {
    if (!(tr > 0) || !Double.isFinite(tr) || !Double.isFinite(start) || count < 2) {
      throw new IllegalArgumentException(
          "a start of %s s, a TR of %s s and %d frames, where finite times, a TR above 0 and at least 2 frames are expected"
              .formatted(start, tr, count));
    }
  }

  /** The time of a frame, counted from 0. */
  public double at(int frame) {
    return start + frame * tr;
  }

  /** The time of the last frame. */
  public double last() {
    return at(count - 1);
  }
}
