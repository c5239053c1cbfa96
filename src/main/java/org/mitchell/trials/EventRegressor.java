package org.mitchell.trials;

import java.util.List;

/**
 * What the BOLD signal of events looks like at the frames of a run: the events as boxes on a grid
 * of 50 samples a TR, convolved with the haemodynamic response, read off at the frames' times by
 * straight lines. Onsets are not rounded to frames. The grid is nilearn's ({@code
 * compute_regressor}): it begins 24 s before the first frame, so that earlier events count.
 */
final class EventRegressor {
  private static final int OVERSAMPLING = 50;

  /** Seconds before the first frame from which events count. */
  static final double BEFORE = 24;

  private final FrameTimes frames;
  private final double[] response;
  private final double first;
  private final double step;
  private final int samples;

  EventRegressor(FrameTimes frames, HaemodynamicResponse response) {
    this.frames = frames;
    this.response = response.sampled(frames.tr() / OVERSAMPLING);
    this.first = frames.start() - BEFORE;
    int n = frames.count();
    double last = frames.last() * (1 + 1.0 / (n - 1));
    double span = frames.last() - frames.start();
    this.samples = (int) Math.rint((n - 1) / span * (last - first) * OVERSAMPLING + 1);
    this.step = (last - first) / (samples - 1);
  }

  /** A value a frame. */
  double[] of(List<Event> events) {
    var box = new double[samples];
    for (Event event : events) {
      int from = sampleAt(event.onset());
      int to = sampleAt(event.onset() + event.duration());
      box[from]++;
      box[to == from && to < samples - 1 ? to + 1 : to]--;
    }
    for (int i = 1; i < samples; i++) {
      box[i] += box[i - 1];
    }
    return atFrames(Boxes.of(box));
  }

  /** The first sample that is not before a time; the last one for times beyond the run. */
  private int sampleAt(double time) {
    int sample = (int) Math.max(0, Math.min(samples - 1, Math.ceil((time - first) / step) - 1));
    while (sample < samples - 1 && first + sample * step < time) {
      sample++;
    }
    return sample;
  }

  private double[] atFrames(Boxes boxes) {
    var values = new double[frames.count()];
    for (int frame = 0; frame < values.length; frame++) {
      double place = (frames.at(frame) - first) / step;
      int below = (int) Math.min(samples - 2, Math.max(0, Math.floor(place)));
      double share = place - below;
      values[frame] =
          (1 - share) * boxes.convolved(response, below)
              + share * boxes.convolved(response, below + 1);
    }
    return values;
  }

  /**
   * How many events last at each sample.
   *
   * @param from the first sample at which there is one
   * @param to the last one
   */
  private record Boxes(double[] counts, int from, int to) {
    static Boxes of(double[] counts) {
      int from = 0;
      int to = counts.length - 1;
      while (from < to && counts[from] == 0) {
        from++;
      }
      while (to > from && counts[to] == 0) {
        to--;
      }
      return new Boxes(counts, from, to);
    }

    double convolved(double[] response, int sample) {
      double sum = 0;
      int last = Math.min(response.length - 1, sample - from);
      for (int lag = Math.max(0, sample - to); lag <= last; lag++) {
        sum += response[lag] * counts[sample - lag];
      }
      return sum;
    }
  }
}
