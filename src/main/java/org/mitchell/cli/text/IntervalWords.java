package org.mitchell.cli.text;

import org.mitchell.evaluation.intervals.SubsampleInterval;
import org.mitchell.text.Counted;

/** The interval of an accuracy in words. */
public final class IntervalWords {
  private IntervalWords() {}

  public static String of(SubsampleInterval interval) {
    return "95%% interval %s to %s over other words (%s of the words; conservative)"
        .formatted(
            Decimals.decimal(interval.low()),
            Decimals.decimal(interval.high()),
            Counted.of(interval.subsamples(), "half"));
  }
}
