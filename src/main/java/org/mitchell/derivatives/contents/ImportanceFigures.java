package org.mitchell.derivatives.contents;

import java.util.List;
import java.util.OptionalDouble;

/**
 * How much accuracy drops without what a feature tells, as {@code evaluate --json} prints it.
 *
 * @param accuracy with all features; penalties that are chosen are chosen once from all words
 * @param permutations of each feature
 */
public record ImportanceFigures(double accuracy, int permutations, List<Feature> features) {
  public ImportanceFigures {
    features = List.copyOf(features);
  }

  /**
   * One feature.
   *
   * @param dropLeftOut with models of the other features alone; null where there are none
   * @param sd of the accuracies over permutations
   */
  public record Feature(
      String feature,
      double drop,
      OptionalDouble dropLeftOut,
      OptionalDouble sd,
      double p,
      double pAdjusted) {}
}
