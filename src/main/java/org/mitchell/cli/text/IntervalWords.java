package org.mitchell.cli.text;

import org.mitchell.evaluation.intervals.SubsampleInterval;

/** The interval of an accuracy in words. */
public final class IntervalWords {
  private IntervalWords() {}

  public static String of(SubsampleInterval interval) {
    return "95%% interval %s to %s over other words (%d halves of the words; conservative)"
        .formatted(
            Decimals.decimal(interval.low()),
            Decimals.decimal(interval.high()),
            interval.subsamples());
  }
}
