package org.mitchell.encoding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.mitchell.fmri.VoxelRows;
import org.mitchell.jobs.Workers;

/**
 * The held-out predictions of one set of features for every penalty of a grid, and the
 * leave-one-out errors by which one of the penalties is chosen. One singular value decomposition
 * serves all penalties, and no fold is fitted anew where the closed form holds.
 *
 * <p>Several feature spaces may have a penalty each (banded ridge; Nunez-Elizalde et al. 2019).
 * With the spaces X_b scaled each by itself it is ridge on [X_1 sqrt(w_1), X_2 sqrt(w_2), ...] with
 * the one penalty lambda, which penalises space b by lambda / w_b: a decomposition for every tuple
 * of weights.
 */
public final class PenaltyPath {
  private final BandedGrid grid;
  private final int[] widths;
  private final Design design;
  private final Candidates candidates;

  private PenaltyPath(double[][] rawFeatures, EncodingOptions options, BandedGrid grid) {
    this.grid = grid;
    this.widths =
        grid.spaces() == 1
            ? new int[] {rawFeatures[0].length}
            : options.spaces().widths(rawFeatures[0].length);
    if (widths.length != grid.spaces()) {
      throw new IllegalArgumentException(
          "%d feature spaces with penalties of %d".formatted(widths.length, grid.spaces()));
    }
    this.design = Design.of(options, rawFeatures);
    List<Design> designs =
        Arrays.stream(grid.weights())
            .map(weights -> design(options, rawFeatures, weights))
            .toList();
    this.candidates = new Candidates(rawFeatures, options, designs, grid.penalties().penalties());
  }

  private Design design(EncodingOptions options, double[][] rawFeatures, double[] weights) {
    if (weights.length == 1 && weights[0] == 1) {
      return design;
    }
    double[] factors = Arrays.stream(weights).map(Math::sqrt).toArray();
    return Design.of(options, rawFeatures, widths, factors);
  }

  /**
   * One penalty for all features.
   *
   * @param rawFeatures unscaled feature vectors, words x features
   * @param options preset, scale and spaces; their own penalty makes no difference
   */
  public static PenaltyPath of(double[][] rawFeatures, EncodingOptions options, PenaltyGrid grid) {
    return of(rawFeatures, options, BandedGrid.ofOne(grid));
  }

  /**
   * A penalty for each of the spaces of the options.
   *
   * @param grid of that many spaces, or of one where all features get one penalty
   * @throws IllegalArgumentException if it is of another number
   */
  public static PenaltyPath of(double[][] rawFeatures, EncodingOptions options, BandedGrid grid) {
    return new PenaltyPath(rawFeatures, options, grid);
  }

  /** With the penalties that the options say to choose from. */
  public static PenaltyPath of(
      double[][] rawFeatures, EncodingOptions options, Penalty.Chosen chosen) {
    return options.spaces().banded()
        ? of(rawFeatures, options, BandedGrid.usual(rawFeatures, options, chosen.grid()))
        : of(rawFeatures, options, chosen.gridFor(rawFeatures, options));
  }

  double[][] rawFeatures() {
    return candidates.rawFeatures();
  }

  /** The feature vectors as models have them, scaled, words x features. */
  public double[][] scaledFeatures() {
    return design.rows();
  }

  FeatureScaling scaling() {
    return design.scaling();
  }

  Candidates candidates() {
    return candidates;
  }

  /** What there is to choose from. */
  public BandedGrid grid() {
    return grid;
  }

  /** How many words there are. */
  public int words() {
    return candidates.words();
  }

  /** The rank of the scaled features of all spaces. */
  int rank() {
    return IntStream.range(0, grid.weights().length)
        .map(tuple -> candidates.at(tuple * grid.penalties().size()).rank())
        .max()
        .orElseThrow();
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
   * @return features of all spaces, one space after the other
   */
  public Coefficients coefficients(VoxelRows images, int[] choice, Workers workers) {
    int penalties = grid.penalties().size();
    var parts = new ArrayList<Coefficients.Part>();
    for (int tuple = 0; tuple < grid.weights().length; tuple++) {
      int number = tuple;
      int[] voxels =
          IntStream.range(0, choice.length).filter(v -> choice[v] / penalties == number).toArray();
      if (voxels.length == 0) {
        continue;
      }
      int[] ownChoice = Arrays.stream(voxels).map(v -> choice[v] % penalties).toArray();
      parts.add(
          candidates
              .system(tuple * penalties)
              .coefficients(
                  images,
                  grid.penalties().penalties(),
                  ownChoice,
                  voxels,
                  factors(grid.weights()[tuple]),
                  workers));
    }
    return Coefficients.of(choice.length, parts);
  }

  /**
   * The coefficients of every voxel with a penalty of its own, and their standard errors over
   * words.
   *
   * @param images words x voxels, without their mean
   * @param choice a voxel's penalty, as a number in the grid
   */
  SignatureErrors signatureErrors(double[][] images, int[] choice, Workers workers) {
    SignatureErrors errors = SignatureErrors.empty(rawFeatures()[0].length, choice.length);
    for (int penalty : Arrays.stream(choice).distinct().sorted().toArray()) {
      int[] voxels = IntStream.range(0, choice.length).filter(v -> choice[v] == penalty).toArray();
      errors.put(
          candidates.influence(penalty).errors(VoxelRows.held(images).at(voxels), workers),
          voxels,
          factors(grid.weights()[penalty / grid.penalties().size()]));
    }
    return errors;
  }

  /** By what the features of each space were multiplied, one a feature. */
  private double[] factors(double[] weights) {
    return IntStream.range(0, widths.length)
        .boxed()
        .flatMapToDouble(b -> IntStream.range(0, widths[b]).mapToDouble(f -> Math.sqrt(weights[b])))
        .toArray();
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
