package org.mitchell.encoding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Models of the same words that differ in their penalties: a few designs, each with every penalty
 * of a list. Candidate number d K + k has design d and the k-th of K penalties.
 *
 * <p>Within a fold that leaves out the words S, the residual operator of the other words T is the
 * Schur complement A_TT - A_TS (A_SS)^-1 A_ST: exact where A_SS is invertible and the fold's
 * features are those of all words, as for {@link HeldOutPrediction}; other folds are decomposed
 * anew. Nothing of a held-out word's image is in it.
 */
final class Candidates {
  private final double[][] rawFeatures;
  private final EncodingOptions options;
  private final List<Design> designs;
  private final double[] ridges;
  private final List<RidgeSystem> systems = new ArrayList<>();
  private final List<HeldOutPrediction> predictions = new ArrayList<>();

  /**
   * @param rawFeatures unscaled features, words x features
   * @param options preset and scale; their own penalty makes no difference
   */
  Candidates(
      double[][] rawFeatures, EncodingOptions options, List<Design> designs, double[] ridges) {
    this.rawFeatures = rawFeatures;
    this.options = options;
    this.designs = designs;
    this.ridges = ridges;
    for (Design design : designs) {
      var system = new RidgeSystem(design.rows());
      systems.add(system);
      for (double ridge : ridges) {
        EncodingOptions fixed = options.withRidge(ridge);
        predictions.add(HeldOutPrediction.of(rawFeatures, fixed, design, system));
      }
    }
  }

  int size() {
    return predictions.size();
  }

  int words() {
    return rawFeatures.length;
  }

  double[][] rawFeatures() {
    return rawFeatures;
  }

  HeldOutPrediction at(int candidate) {
    return predictions.get(candidate);
  }

  RidgeSystem system(int candidate) {
    return systems.get(candidate / ridges.length);
  }

  double ridge(int candidate) {
    return ridges[candidate % ridges.length];
  }

  /** What single words do to a candidate's coefficients. */
  WordInfluence influence(int candidate) {
    return new WordInfluence(
        design(candidate).rows(),
        system(candidate),
        ridge(candidate),
        FeatureScaling.centres(options));
  }

  private Design design(int candidate) {
    return designs.get(candidate / ridges.length);
  }

  /** The words that are not held out, ascending. */
  int[] trainingWords(int... heldOut) {
    return predictions.get(0).trainingWords(heldOut);
  }

  /** See {@link PenaltyPath#errorsWithout}. */
  LeaveOneOutErrors errorsWithout(int... heldOut) {
    int[] training = trainingWords(heldOut);
    var operators = new double[size()][][];
    Map<Design, RidgeSystem> refitted = new HashMap<>();
    for (int c = 0; c < operators.length; c++) {
      Optional<double[][]> correction = at(c).correction(heldOut);
      if (correction.isPresent()) {
        double[][] a = at(c).residualOperator();
        operators[c] = complement(a, training, heldOut, correction.get());
      } else {
        RidgeSystem system =
            refitted.computeIfAbsent(design(c), d -> new RidgeSystem(ofWords(d, training).rows()));
        operators[c] = system.residualOperator(ridge(c), intercept());
      }
    }
    return LeaveOneOutErrors.of(
        training,
        operators,
        (c, word) -> refit(ofWords(design(c), training).rows(), word, ridge(c)));
  }

  /**
   * For every candidate what gives the errors from all words' residual images; nothing at all where
   * the closed form does not hold for some candidate and word.
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

  /** See {@link PenaltyPath#predict}. */
  double[][] predict(double[][] images, int[] voxels, int[] choice, int... heldOut) {
    var weights = new double[size()][][];
    for (int c : choice) {
      weights[c] = weights[c] == null ? at(c).weights(heldOut) : weights[c];
    }
    var predicted = new double[heldOut.length][voxels.length];
    for (int h = 0; h < heldOut.length; h++) {
      double[] sum = predicted[h];
      for (int w = 0; w < images.length; w++) {
        double[] row = images[w];
        for (int v = 0; v < voxels.length; v++) {
          int c = choice[choice.length == 1 ? 0 : v];
          sum[v] += weights[c][h][w] * row[voxels[v]];
        }
      }
    }
    return predicted;
  }

  private boolean intercept() {
    return options.preset() == Preset.STRICT;
  }

  private Design ofWords(Design design, int[] words) {
    return design.ofWords(options, rawFeatures, words);
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
