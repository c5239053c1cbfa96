package org.mitchell.evaluation.ranks;

import org.mitchell.encoding.InnerProducts;
import org.mitchell.encoding.Preset;
import org.mitchell.evaluation.EncodingAnalysis;
import org.mitchell.evaluation.Metric;
import org.mitchell.evaluation.folds.Fold;
import org.mitchell.evaluation.folds.FoldScorer;
import org.mitchell.fmri.VoxelRows;
import org.mitchell.jobs.Workers;

/** The inner products of all images over the voxels of each fold that leaves out one word. */
final class FoldGrams implements FoldScorer {
  private final VoxelRows centred;
  private final int[] candidates;
  private final Metric metric;
  private final boolean strict;
  private final FoldImages[] images;

  /** Those of all voxels; nothing where voxels are chosen. */
  private final double[][] ofAll;

  private FoldGrams(
      EncodingAnalysis analysis, VoxelRows centred, int[] candidates, double[][] ofAll) {
    this.centred = centred;
    this.candidates = candidates;
    this.metric = analysis.options().metric();
    this.strict = analysis.encoding().preset() == Preset.STRICT;
    this.images = new FoldImages[analysis.size()];
    this.ofAll = ofAll;
  }

  /**
   * @param centred the word images without their mean
   * @param candidates the columns that are ever selected
   */
  static FoldGrams on(
      EncodingAnalysis analysis, VoxelRows centred, int[] candidates, Workers workers) {
    double[][] ofAll =
        analysis.options().voxels().isPresent()
            ? new double[0][]
            : InnerProducts.of(
                FoldImages.onVoxels(centred, candidates, analysis.options().metric()), workers);
    return new FoldGrams(analysis, centred, candidates, ofAll);
  }

  /** One a word, once the folds have been scored. */
  FoldImages[] images() {
    return images;
  }

  @Override
  public Piece piece() {
    return this::score;
  }

  private void score(int number, Fold fold, int[] positions) {
    int word = fold.tested()[0];
    images[word] = FoldImages.of(word, ofAll.length > 0 ? ofAll : gram(positions), strict);
  }

  private double[][] gram(int[] positions) {
    var columns = new int[positions.length];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = candidates[positions[i]];
    }
    return InnerProducts.of(FoldImages.onVoxels(centred, columns, metric));
  }
}
