package org.mitchell.cli.maps;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.mitchell.cli.text.Decimals;
import org.mitchell.inference.SignatureUncertainty;
import org.mitchell.text.Counted;

/** How sure signatures are, as lines of text for people. */
final class SignatureText {
  /** Of more features than these those with most voxels are printed. */
  private static final int MOST_FEATURES = 30;

  private SignatureText() {}

  static List<String> lines(SignatureUncertainty signatures) {
    var lines = new ArrayList<String>();
    int voxels = signatures.stability().length;
    int features = signatures.features().size();
    double median = signatures.medianStability();
    lines.add(
        Double.isNaN(median)
            ? "  no stability: it is a correlation over features, and here are %s"
                .formatted(Counted.of(features, "feature"))
            : "  stability of signatures: median %s; r over %s of those fitted on halves of %s and on the other halves, mean of %,d; 0 by chance"
                .formatted(
                    Decimals.decimal(median),
                    Counted.of(features, "feature"),
                    Counted.of(signatures.words(), "word"),
                    signatures.halves()));
    lines.add(
        "  voxels whose 95%% interval over words (leaving out one of %d, penalties held) excludes 0, not corrected: by chance 5%% of %,d, %,d"
            .formatted(
                signatures.words(), voxels, Math.round(SignatureUncertainty.BY_CHANCE * voxels)));
    int width = signatures.features().stream().mapToInt(String::length).max().orElseThrow();
    for (int f : shown(signatures)) {
      lines.add(
          ("    %-" + width + "s  %,9d")
              .formatted(signatures.features().get(f), signatures.excludingZero(f)));
    }
    if (features > MOST_FEATURES) {
      lines.add("    ... (of %,d features those with most; all with --json)".formatted(features));
    }
    return lines;
  }

  /** In the order of the fit, or by their voxels where not all are shown. */
  private static List<Integer> shown(SignatureUncertainty signatures) {
    List<Integer> all = IntStream.range(0, signatures.features().size()).boxed().toList();
    return all.size() <= MOST_FEATURES
        ? all
        : all.stream()
            .sorted(Comparator.comparingInt(signatures::excludingZero).reversed())
            .limit(MOST_FEATURES)
            .toList();
  }
}
