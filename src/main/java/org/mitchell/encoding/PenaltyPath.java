package org.mitchell.encoding;

import java.util.List;
import org.mitchell.jobs.Workers;

/**
 * The held-out predictions of one design for every penalty of a grid, and the leave-one-out errors
 * by which one of the penalties is chosen. One singular value decomposition serves all penalties,
 * and no fold is fitted anew where the closed form holds.
 */
public final class PenaltyPath {
  private final PenaltyGrid grid;
  private final Design design;
  private final Candidates candidates;

  private PenaltyPath(double[][] rawFeatures, EncodingOptions options, PenaltyGrid grid) {
    this.grid = grid;
    this.design = Design.of(options, rawFeatures);
    this.candidates = new Candidates(rawFeatures, options, List.of(design), grid.penalties());
  }

  /**
   * @param rawFeatures unscaled feature vectors, words x features
   * @param options preset and scale; their own penalty makes no difference
   */
  public static PenaltyPath of(double[][] rawFeatures, EncodingOptions options, PenaltyGrid grid) {
    return new PenaltyPath(rawFeatures, options, grid);
  }

  /** With the penalties that the options say to choose from. */
  public static PenaltyPath of(
      double[][] rawFeatures, EncodingOptions options, Penalty.Chosen chosen) {
    return of(rawFeatures, options, chosen.gridFor(rawFeatures, options));
  }

  double[][] rawFeatures() {
    return candidates.rawFeatures();
  }

  FeatureScaling scaling() {
    return design.scaling();
  }

  Candidates candidates() {
    return candidates;
  }

  public PenaltyGrid grid() {
    return grid;
  }

  /** How many words there are. */
  public int words() {
    return candidates.words();
  }

  /** The held-out predictions with one of the grid's penalties, by its number. */
  public HeldOutPrediction at(int penalty) {
    return candidates.at(penalty);
  }

  /**
   * The leave-one-out errors among the words that are left when {@code heldOut} (none, or word
   * numbers different from each other) are held out. They depend on the images of those words
   * alone. Where preset strict divides features by their deviations, those are of all the words
   * that are left, as in a pipeline of a scaler and a cross-validated ridge.
   */
  public LeaveOneOutErrors errorsWithout(int... heldOut) {
    return candidates.errorsWithout(heldOut);
  }

  /**
   * The coefficients of every voxel with a penalty of its own.
   *
   * @param images words x voxels, without their mean
   * @param choice a voxel's penalty, as a number in the grid
   * @return features x voxels
   */
  public double[][] coefficients(double[][] images, int[] choice, Workers workers) {
    return candidates.system(0).coefficients(images, grid.penalties(), choice, workers);
  }

  /**
   * The predicted images of the words of a fold that are held out, by models of the others.
   *
   * @param images words x voxels
   * @param voxels which of their columns
   * @param choice the penalty of each of those voxels, or one for all, as numbers in the grid
   * @return held-out words x voxels; as {@link HeldOutRule} has it
   */
  public double[][] predict(double[][] images, int[] voxels, int[] choice, int... heldOut) {
    return candidates.predict(images, voxels, choice, heldOut);
  }
}
