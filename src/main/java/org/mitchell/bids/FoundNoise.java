package org.mitchell.bids;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mitchell.trials.NoiseShares;

/** How far the noise of frames reaches into the next, over the models of all runs. */
final class FoundNoise {
  private static final double TAIL = .05;

  private final TreeMap<Integer, Long> counts = new TreeMap<>();

  void add(NoiseShares shares) {
    shares.counts().forEach((level, count) -> counts.merge(level, count, Long::sum));
  }

  /** What there is to say. */
  Optional<String> note() {
    return counts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "noise ar1: a frame has %s of the noise of the one before it (median over voxels and models; 90%% from %s to %s)"
                .formatted(at(.5), at(TAIL), at(1 - TAIL)));
  }

  private String at(double quantile) {
    long all = counts.values().stream().mapToLong(n -> n).sum();
    long passed = 0;
    for (Map.Entry<Integer, Long> level : counts.entrySet()) {
      passed += level.getValue();
      if (passed >= quantile * all) {
        return share(level.getKey());
      }
    }
    return share(counts.lastKey());
  }

  private static String share(int hundredths) {
    return "%.2f".formatted(hundredths / 100.0).replaceFirst("0(?=\\.)", "");
  }
}
