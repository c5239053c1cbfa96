package org.mitchell.evaluation.variance;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.mitchell.encoding.BandedGrid;
import org.mitchell.encoding.Combination;
import org.mitchell.encoding.EncodingOptions;
import org.mitchell.encoding.PenaltyGrid;
import org.mitchell.encoding.PenaltyPath;
import org.mitchell.encoding.Preset;
import org.mitchell.encoding.Spaces;
import org.mitchell.evaluation.stability.Stability;
import org.mitchell.evaluation.stability.VoxelChoice;
import org.mitchell.evaluation.stability.VoxelCriterion;
import org.mitchell.evaluation.stability.VoxelDemand;
import org.mitchell.files.InputException;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.WordImages;
import org.mitchell.jobs.Workers;

/**
 * The variance of a participant's responses that two feature spaces explain in words that were held
 * out.
 *
 * <p>Every word is predicted by models of all other words: of the first space, of the second, and
 * of both with a penalty each. Penalties are chosen for each model by leave-one-out inside the
 * training words. R2 = 1 - SSE / SST, with the errors SSE of the predictions and the deviations SST
 * from the training words' mean image.
 *
 * @param a held-out R2 of the first space, a value a voxel; NaN where the responses are constant
 * @param b of the second space
 * @param both of both together
 * @param all the means over all voxels where they are defined
 * @param pooled over all voxels: 1 - sum of SSE / sum of SST, so that voxels count by their
 *     variance
 * @param selected over the most stable voxels, chosen anew without each word: 1 - sum of SSE / sum
 *     of SST, over words and voxels; nothing where all voxels are compared
 */
public record VariancePartition(
    double[] a,
    double[] b,
    double[] both,
    VarianceShares all,
    VarianceShares pooled,
    Optional<VarianceShares> selected) {
  private static final int FEWEST_WORDS = 4;

  /** The shares of one voxel. */
  public VarianceShares ofVoxel(int voxel) {
    return new VarianceShares(a[voxel], b[voxel], both[voxel]);
  }

  /**
   * @param responses the participant's responses to four words or more
   * @param featuresA unscaled features of the first space, words x features, words as in the
   *     responses
   * @param featuresB of the second space
   * @throws InputException if there are too few words or voxels, or no presentations to choose
   *     voxels by
   */
  public static VariancePartition of(
      Responses responses,
      double[][] featuresA,
      double[][] featuresB,
      PartitionOptions options,
      Workers workers) {
    requirePossible(responses, options);
    WordImages images = WordImages.of(responses);
    List<int[]> selected = selected(responses, options, workers);
    double[][] rows = images.withoutMean().rows();
    var r2 = new HeldOutR2(rows, options.per(), selected, workers);
    var strict = new EncodingOptions(Preset.STRICT, options.scale(), 0);
    PenaltyGrid penalties = options.grid().orElse(PenaltyGrid.USUAL);
    double unitA = unit(options, featuresA);
    double unitB = unit(options, featuresB);
    BandedGrid one = BandedGrid.ofOne(penalties);
    BandedGrid two = BandedGrid.ofTwo(options.steps(), penalties).in(unitA, unitB);
    HeldOutR2.R2 a = r2.of(PenaltyPath.of(featuresA, strict, one.in(unitA)));
    HeldOutR2.R2 b = r2.of(PenaltyPath.of(featuresB, strict, one.in(unitB)));
    double[][] sideBySide = Spaces.sideBySide(List.of(featuresA, featuresB));
    var spaces = new Spaces(List.of(featuresA[0].length, featuresB[0].length), Combination.BANDED);
    HeldOutR2.R2 both = r2.of(PenaltyPath.of(sideBySide, strict.withSpaces(spaces), two));
    return new VariancePartition(
        defined(a, images),
        defined(b, images),
        defined(both, images),
        new VarianceShares(a.pooled(), b.pooled(), both.pooled()),
        selected.isEmpty()
            ? Optional.empty()
            : Optional.of(new VarianceShares(a.selected(), b.selected(), both.selected())));
  }

  private VariancePartition(
      double[] a,
      double[] b,
      double[] both,
      VarianceShares pooled,
      Optional<VarianceShares> selected) {
    this(a, b, both, new VarianceShares(mean(a), mean(b), mean(both)), pooled, selected);
  }

  private static double unit(PartitionOptions options, double[][] features) {
    return options.grid().isPresent() ? 1 : PenaltyGrid.unit(features, options.scale());
  }

  static List<int[]> selected(Responses responses, PartitionOptions options, Workers workers) {
    if (options.voxels().isEmpty()) {
      return List.of();
    }
    var choice = new VoxelChoice(options.voxels());
    return Arrays.stream(Stability.withoutEach(responses, workers)).map(choice::by).toList();
  }

  private static double[] defined(HeldOutR2.R2 r2, WordImages images) {
    double[] values = r2.voxels().clone();
    for (int v = 0; v < values.length; v++) {
      values[v] = images.constant(v) ? Double.NaN : values[v];
    }
    return values;
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).filter(v -> !Double.isNaN(v)).average().orElse(Double.NaN);
  }

  static void requirePossible(Responses responses, PartitionOptions options) {
    int words = responses.words().size();
    if (words < FEWEST_WORDS) {
      throw new InputException(
          "partitioning variance needs at least %d words with responses and features, got %d: %s"
              .formatted(FEWEST_WORDS, words, responses.words()));
    }
    VoxelDemand.require(options.voxels(), VoxelCriterion.STABILITY, responses, 0);
  }
}
