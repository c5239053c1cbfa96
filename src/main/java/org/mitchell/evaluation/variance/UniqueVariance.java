package org.mitchell.evaluation.variance;

import java.util.Optional;
import org.mitchell.evaluation.EncodingAnalysis;
import org.mitchell.jobs.Workers;

/**
 * What a fit's features and others explain of the responses to held-out words, at every voxel; see
 * {@link VariancePartition}. Penalties are chosen for each model inside the training words,
 * whatever the fit's is. Not copied.
 *
 * @param both R2 of both together
 * @param own what the fit's explain and the others do not
 * @param others what the others explain and the fit's do not
 */
public record UniqueVariance(double[] both, double[] own, double[] others) {

  /**
   * @param otherFeatures unscaled, words x features, words as in the fit
   */
  public static UniqueVariance of(
      EncodingAnalysis analysis, double[][] otherFeatures, Workers workers) {
    var options =
        new PartitionOptions(
            analysis.encoding().scale(),
            PartitionOptions.USUAL.per(),
            Optional.empty(),
            PartitionOptions.USUAL.steps(),
            analysis.options().voxels());
    VariancePartition shares =
        VariancePartition.of(
            analysis.responses(), analysis.rawFeatures(), otherFeatures, options, workers);
    var own = new double[shares.a().length];
    var others = new double[own.length];
    for (int v = 0; v < own.length; v++) {
      own[v] = shares.ofVoxel(v).uniqueA();
      others[v] = shares.ofVoxel(v).uniqueB();
    }
    return new UniqueVariance(shares.both(), own, others);
  }
}
