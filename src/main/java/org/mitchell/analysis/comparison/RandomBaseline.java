package org.mitchell.analysis.comparison;

import java.util.Arrays;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.mitchell.evaluation.nulls.NullDistribution;

/**
 * What features without meaning give: sets of normal numbers, the same for all participants.
 *
 * @param features how many numbers a word has
 * @param accuracies participants x sets. Not copied
 */
public record RandomBaseline(int features, double[][] accuracies) {
  /** What outputs call it. */
  public static final String NAME = "random";

  /** How many sets there are. */
  public int sets() {
    return accuracies[0].length;
  }

  /** The mean over sets, one a participant. */
  public double[] ofParticipants() {
    return Arrays.stream(accuracies)
        .mapToDouble(sets -> Arrays.stream(sets).average().orElseThrow())
        .toArray();
  }

  /** The mean over participants, one a set. */
  public NullDistribution ofSets() {
    var means = new double[sets()];
    for (double[] participant : accuracies) {
      for (int s = 0; s < means.length; s++) {
        means[s] += participant[s] / accuracies.length;
      }
    }
    return new NullDistribution(means);
  }

  /** The mean accuracy below which this share of the sets lie. */
  public double quantile(double share) {
    return new Percentile().evaluate(ofSets().values(), 100 * share);
  }
}
