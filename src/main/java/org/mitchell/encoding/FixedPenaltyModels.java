package org.mitchell.encoding;

import java.util.Arrays;
import java.util.Optional;
import org.mitchell.jobs.Workers;

/** Models of one penalty, which share the residual images of all words. */
record FixedPenaltyModels(HeldOutPrediction prediction) implements HeldOutModels {
  @Override
  public HeldOutModels.Predictions on(double[][] images, int[][] leftOut, Workers workers) {
    double[][] residuals =
        images[0].length == 0
            ? images
            : RowCombinations.of(prediction.residualOperator(), images, workers);
    return new Predictions(prediction, images, residuals, leftOut, new HeldOutRule[leftOut.length]);
  }

  @Override
  public double[] predict(
      int word, double[][] images, double[] less, int[] compared, Workers workers) {
    double[] weights = weights(word);
    for (int w = 0; w < weights.length; w++) {
      weights[w] -= less[w];
    }
    return RowCombinations.of(new double[][] {weights}, images, workers)[0];
  }

  /**
   * The prediction as a combination of the words' images; exactly 0 for the held-out word itself.
   */
  private double[] weights(int word) {
    HeldOutRule rule = prediction.rule(word);
    if (rule instanceof HeldOutRule.Refitted refitted) {
      return refitted.weights()[0];
    }
    double correction = ((HeldOutRule.Corrected) rule).correction()[0][0];
    double[] weights = prediction.residualOperator()[word].clone();
    for (int w = 0; w < weights.length; w++) {
      weights[w] = w == word ? 0 : -correction * weights[w];
    }
    return weights;
  }

  private record Predictions(
      HeldOutPrediction prediction,
      double[][] images,
      double[][] residuals,
      int[][] leftOut,
      HeldOutRule[] rules)
      implements HeldOutModels.Predictions {
    @Override
    public double[][] predict(int fold, int[] voxels) {
      int[] heldOut = leftOut[fold];
      HeldOutRule rule = prediction.rule(heldOut);
      rules[fold] = rule;
      if (rule instanceof HeldOutRule.Refitted refitted) {
        return combinations(refitted.weights(), voxels);
      }
      double[][] c = ((HeldOutRule.Corrected) rule).correction();
      return heldOut.length == 2 ? ofTwo(heldOut, c, voxels) : ofMany(heldOut, c, voxels);
    }

    /** The case of leave-two-out, in one loop. */
    private double[][] ofTwo(int[] heldOut, double[][] c, int[] voxels) {
      double[] one = images[heldOut[0]];
      double[] two = images[heldOut[1]];
      double[] restOne = residuals[heldOut[0]];
      double[] restTwo = residuals[heldOut[1]];
      var predicted = new double[2][voxels.length];
      for (int i = 0; i < voxels.length; i++) {
        int v = voxels[i];
        predicted[0][i] = one[v] - c[0][0] * restOne[v] - c[0][1] * restTwo[v];
        predicted[1][i] = two[v] - c[1][0] * restOne[v] - c[1][1] * restTwo[v];
      }
      return predicted;
    }

    private double[][] ofMany(int[] heldOut, double[][] c, int[] voxels) {
      var predicted = new double[heldOut.length][voxels.length];
      for (int h = 0; h < heldOut.length; h++) {
        double[] row = predicted[h];
        double[] observed = images[heldOut[h]];
        for (int i = 0; i < voxels.length; i++) {
          row[i] = observed[voxels[i]];
        }
        for (int s = 0; s < heldOut.length; s++) {
          double[] rest = residuals[heldOut[s]];
          for (int i = 0; i < voxels.length; i++) {
            row[i] -= c[h][s] * rest[voxels[i]];
          }
        }
      }
      return predicted;
    }

    private double[][] combinations(double[][] weights, int[] voxels) {
      var predicted = new double[weights.length][voxels.length];
      for (int h = 0; h < weights.length; h++) {
        for (int i = 0; i < voxels.length; i++) {
          double value = 0;
          for (int w = 0; w < weights[h].length; w++) {
            value += weights[h][w] * images[w][voxels[i]];
          }
          predicted[h][i] = value;
        }
      }
      return predicted;
    }

    @Override
    public Summary summary() {
      int refitted =
          (int) Arrays.stream(rules).filter(HeldOutRule.Refitted.class::isInstance).count();
      return new Summary(
          prediction.form(),
          refitted,
          prediction.rank(),
          meanPredictionOperator(),
          Optional.empty());
    }

    /**
     * The words x words matrix Q with Q Y = each word's mean prediction over the folds that leave
     * it out: predictions are linear in the images, so the mean over folds is taken once for all
     * voxels.
     */
    private double[][] meanPredictionOperator() {
      int words = images.length;
      int[] folds = FoldCounts.of(leftOut, words);
      double[][] residual = prediction.residualOperator();
      var corrections = new double[words][words];
      var operator = new double[words][words];
      for (int f = 0; f < rules.length; f++) {
        int[] heldOut = leftOut[f];
        for (int h = 0; h < heldOut.length; h++) {
          int word = heldOut[h];
          double share = 1.0 / folds[word];
          if (rules[f] instanceof HeldOutRule.Corrected corrected) {
            operator[word][word] += share;
            for (int s = 0; s < heldOut.length; s++) {
              corrections[word][heldOut[s]] -= share * corrected.correction()[h][s];
            }
          } else if (rules[f] instanceof HeldOutRule.Refitted refitted) {
            addTo(operator[word], share, refitted.weights()[h]);
          }
        }
      }
      for (int word = 0; word < words; word++) {
        for (int other = 0; other < words; other++) {
          addTo(operator[word], corrections[word][other], residual[other]);
        }
      }
      return operator;
    }

    private static void addTo(double[] sum, double factor, double[] row) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += factor * row[i];
      }
    }
  }
}
