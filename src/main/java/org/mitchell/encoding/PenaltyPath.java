package org.mitchell.encoding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mitchell.jobs.Workers;

/**
 * The held-out predictions of one design for every penalty of a grid, and the leave-one-out errors
 * by which one of the penalties is chosen.
 *
 * <p>One singular value decomposition serves all penalties. Within a fold that leaves out the words
 * S, the residual operator of the other words T is the Schur complement A_TT - A_TS (A_SS)^-1 A_ST:
 * exact where A_SS is invertible and the fold's features are those of all words, as for {@link
 * HeldOutPrediction}; other folds are decomposed anew. Nothing of a held-out word's image is in it.
 */
public final class PenaltyPath {
  private final double[][] rawFeatures;
  private final EncodingOptions options;
  private final PenaltyGrid grid;
  private final Design design;
  private final RidgeSystem system;
  private final List<HeldOutPrediction> predictions;

  private PenaltyPath(double[][] rawFeatures, EncodingOptions options, PenaltyGrid grid) {
    this.rawFeatures = rawFeatures;
    this.options = options;
    this.grid = grid;
    this.design = Design.of(options, rawFeatures);
    this.system = new RidgeSystem(design.rows());
    this.predictions = new ArrayList<>();
    for (double ridge : grid.penalties()) {
      predictions.add(HeldOutPrediction.of(rawFeatures, options.withRidge(ridge), design, system));
    }
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
    return of(rawFeatures, options, chosen.gridFor(rawFeatures, options.scale()));
  }

  double[][] rawFeatures() {
    return rawFeatures;
  }

  FeatureScaling scaling() {
    return design.scaling();
  }

  public PenaltyGrid grid() {
    return grid;
  }

  /** How many words there are. */
  public int words() {
    return rawFeatures.length;
  }

  /** The held-out predictions with one of the grid's penalties, by its number. */
  public HeldOutPrediction at(int penalty) {
    return predictions.get(penalty);
  }

  /**
   * The leave-one-out errors among the words that are left when {@code heldOut} (none, or word
   * numbers different from each other) are held out. They depend on the images of those words
   * alone. Features that are centred or divided by their deviation keep what all of those words
   * gave: centring is exact all the same, by the intercept.
   */
  public LeaveOneOutErrors errorsWithout(int... heldOut) {
    int[] training = trainingWords(heldOut);
    var operators = new double[grid.size()][][];
    Optional<RidgeSystem> refitted = Optional.empty();
    for (int k = 0; k < operators.length; k++) {
      Optional<double[][]> correction = predictions.get(k).correction(heldOut);
      if (correction.isPresent()) {
        operators[k] =
            complement(predictions.get(k).residualOperator(), training, heldOut, correction.get());
      } else {
        if (refitted.isEmpty()) {
          refitted = Optional.of(new RidgeSystem(trainingDesign(training).rows()));
        }
        operators[k] = refitted.get().residualOperator(grid.at(k), intercept());
      }
    }
    return LeaveOneOutErrors.of(
        training,
        operators,
        (penalty, word) -> refit(trainingDesign(training).rows(), word, grid.at(penalty)));
  }

  /**
   * For every penalty what gives the errors from all words' residual images; nothing at all where
   * the closed form does not hold for some penalty and word.
   */
  FoldResiduals[] foldResiduals(int... heldOut) {
    int[] training = trainingWords(heldOut);
    var folds = new ArrayList<FoldResiduals>();
    for (HeldOutPrediction prediction : predictions) {
      prediction
          .correction(heldOut)
          .flatMap(c -> FoldResiduals.of(prediction.residualOperator(), training, heldOut, c))
          .ifPresent(folds::add);
    }
    return folds.size() == predictions.size()
        ? folds.toArray(FoldResiduals[]::new)
        : new FoldResiduals[0];
  }

  /** The words that are not held out, ascending. */
  int[] trainingWords(int... heldOut) {
    return predictions.get(0).trainingWords(heldOut);
  }

  /**
   * The coefficients of every voxel with a penalty of its own.
   *
   * @param images words x voxels, without their mean
   * @param choice a voxel's penalty, as a number in the grid
   * @return features x voxels
   */
  public double[][] coefficients(double[][] images, int[] choice, Workers workers) {
    return system.coefficients(images, grid.penalties(), choice, workers);
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
    var weights = new double[grid.size()][][];
    for (int k : choice) {
      weights[k] = weights[k] == null ? predictions.get(k).weights(heldOut) : weights[k];
    }
    var predicted = new double[heldOut.length][voxels.length];
    for (int h = 0; h < heldOut.length; h++) {
      double[] sum = predicted[h];
      for (int w = 0; w < images.length; w++) {
        double[] row = images[w];
        for (int v = 0; v < voxels.length; v++) {
          int k = choice[choice.length == 1 ? 0 : v];
          sum[v] += weights[k][h][w] * row[voxels[v]];
        }
      }
    }
    return predicted;
  }

  private boolean intercept() {
    return options.preset() == Preset.STRICT;
  }

  private Design trainingDesign(int[] training) {
    return design.ofWords(options, rawFeatures, training);
  }

  /** A_TT - A_TS C A_ST. */
  private static double[][] complement(double[][] a, int[] training, int[] heldOut, double[][] c) {
    var complement = new double[training.length][training.length];
    var down = new double[heldOut.length];
    for (int i = 0; i < training.length; i++) {
      double[] row = a[training[i]];
      for (int s = 0; s < down.length; s++) {
        down[s] = 0;
        for (int z = 0; z < down.length; z++) {
          down[s] += row[heldOut[z]] * c[z][s];
        }
      }
      double[] result = complement[i];
      for (int j = 0; j < result.length; j++) {
        result[j] = row[training[j]];
      }
      for (int s = 0; s < down.length; s++) {
        double[] other = a[heldOut[s]];
        for (int j = 0; j < result.length; j++) {
          result[j] -= down[s] * other[training[j]];
        }
      }
    }
    return complement;
  }

  /**
   * The weights of the other rows of a design in the prediction of one by a model of the others; 0
   * for the row itself.
   */
  private double[] refit(double[][] rows, int row, double ridge) {
    var others = new double[rows.length - 1][];
    for (int t = 0; t < others.length; t++) {
      others[t] = rows[t < row ? t : t + 1].clone();
    }
    double[] features = rows[row].clone();
    if (intercept()) {
      for (int f = 0; f < features.length; f++) {
        double mean = FeatureScaling.mean(others, f);
        features[f] -= mean;
        for (double[] other : others) {
          other[f] -= mean;
        }
      }
    }
    double[][] coefficients = new RidgeSystem(others).coefficientOperator(ridge);
    var weights = new double[rows.length];
    for (int t = 0; t < others.length; t++) {
      double weight = intercept() ? 1.0 / others.length : 0;
      for (int f = 0; f < features.length; f++) {
        weight += features[f] * coefficients[f][t];
      }
      weights[t < row ? t : t + 1] = weight;
    }
    return weights;
  }
}
