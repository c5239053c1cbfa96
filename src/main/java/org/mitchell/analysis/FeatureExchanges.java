package org.mitchell.analysis;

import java.util.List;
import org.mitchell.evaluation.EncodingAnalysis;
import org.mitchell.evaluation.nulls.NullDistribution;
import org.mitchell.evaluation.schemes.SchemeEvaluation;
import org.mitchell.evaluation.schemes.Splitting;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;

/**
 * Evaluations whose words exchange their features, each done as a whole: where voxels are chosen by
 * features, other features choose other voxels.
 */
final class FeatureExchanges {
  private FeatureExchanges() {}

  /** The accuracy of each relabelling. */
  static NullDistribution accuracies(
      Splitting scheme,
      EncodingAnalysis analysis,
      List<int[]> permutations,
      Workers workers,
      Progress progress) {
    var accuracies = new double[permutations.size()];
    progress.begin("permutations", "evaluations", accuracies.length);
    try (var alone = new Workers(1)) {
      workers.forEach(
          accuracies.length,
          number -> {
            EncodingAnalysis chance = analysis.relabelled(permutations.get(number));
            accuracies[number] =
                SchemeEvaluation.of(scheme, chance, alone).run(Progress.NONE).accuracy();
            progress.advance(1);
          });
    }
    progress.end();
    return new NullDistribution(accuracies);
  }
}
