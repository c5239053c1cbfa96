package org.mitchell.evaluation.variance;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.mitchell.encoding.EncodingOptions;
import org.mitchell.encoding.InnerProducts;
import org.mitchell.encoding.Penalty;
import org.mitchell.encoding.PenaltyPath;
import org.mitchell.encoding.Preset;
import org.mitchell.encoding.RowCombinations;
import org.mitchell.evaluation.EncodingAnalysis;

/**
 * What feature spaces explain when one of them says nothing beyond the others: its features are
 * what a ridge model of the others predicts of them, plus that model's residuals exchanged between
 * words (a permutation of the residualised space; Kennedy 1995 has it of single features). Images
 * and the other spaces stay as they are, and what the space has in common with these.
 *
 * <p>The null hypothesis is that responses do not depend on the space, given the others. Penalties
 * of the joint model are chosen anew for every permutation; R2 of the others does not change.
 *
 * <p>A model takes away some of what varies in the words it is fitted to. Residuals e = A Z are
 * divided by the lengths of the rows of A, which leaves white noise its variance at every word.
 */
public final class PermutedSpace {
  /** A row so short is that of a word which is fitted exactly. */
  private static final double EXACT = 1e-6;

  private final PartitionModels models;
  private final int space;
  private final Share unique;
  private final HeldOutR2 heldOut;
  private final SpacePartition observed;
  private final double[][] fitted;
  private final double[][] residuals;

  private PermutedSpace(
      PartitionModels models, int space, double[][] fitted, double[][] residuals) {
    this.models = models;
    this.space = space;
    this.unique = Share.unique(models.spaces(), space);
    this.heldOut = models.heldOut();
    this.observed = models.partition(models.images(), List.of(unique));
    this.fitted = fitted;
    this.residuals = residuals;
  }

  static PermutedSpace of(PartitionModels models, int space) {
    EncodingAnalysis analysis = models.analysis();
    double[][] own = scaled(PartitionModels.features(analysis, 1 << space), analysis.encoding());
    PenaltyPath path = PartitionModels.path(analysis, others(models, space));
    int choice = path.errorsWithout().choose(InnerProducts.of(own));
    double[][] operator = path.at(choice).residualOperator();
    double[][] residuals = RowCombinations.of(operator, own);
    var fitted = new double[own.length][own[0].length];
    for (int w = 0; w < fitted.length; w++) {
      double length = Math.sqrt(Arrays.stream(operator[w]).map(a -> a * a).sum());
      double factor = length < EXACT ? 1 : 1 / length;
      for (int f = 0; f < fitted[w].length; f++) {
        fitted[w][f] = own[w][f] - residuals[w][f];
        residuals[w][f] *= factor;
      }
    }
    return new PermutedSpace(models, space, fitted, residuals);
  }

  /** The features of one space, scaled, with their means. */
  private static double[][] scaled(double[][] features, EncodingOptions options) {
    return PenaltyPath.of(
            features,
            new EncodingOptions(Preset.PAPER, options.scale(), 0),
            new Penalty.Chosen(Optional.empty(), Penalty.Per.GLOBAL))
        .scaledFeatures();
  }

  /** The set of all other spaces. */
  private static int others(PartitionModels models, int space) {
    return (1 << models.spaces()) - 1 & ~(1 << space);
  }

  /** What the space explains and no other does. */
  public Share unique() {
    return unique;
  }

  /** The partition with the features as they are, as far as {@link #unique()} needs it. */
  public SpacePartition observed() {
    return observed;
  }

  /**
   * The partition of one permutation, as far as {@link #unique()} needs it.
   *
   * @param from for every word, the number of the word whose residuals it is given
   */
  public SpacePartition permuted(int[] from) {
    int all = (1 << models.spaces()) - 1;
    PenaltyPath path = PartitionModels.path(models.analysis().withFeatures(features(from)), all);
    var r2 = new HeldOutR2.R2[all + 1];
    int others = others(models, space);
    r2[others] = observed.ofSet(others);
    r2[all] = heldOut.of(List.of(path)).get(0);
    return observed.with(r2);
  }

  private double[][] features(int[] from) {
    List<Integer> widths = models.analysis().encoding().spaces().widths();
    int first = widths.subList(0, space).stream().mapToInt(width -> width).sum();
    double[][] raw = models.analysis().rawFeatures();
    var features = new double[raw.length][];
    for (int w = 0; w < raw.length; w++) {
      features[w] = raw[w].clone();
      for (int f = 0; f < fitted[w].length; f++) {
        features[w][first + f] = fitted[w][f] + residuals[from[w]][f];
      }
    }
    return features;
  }
}
