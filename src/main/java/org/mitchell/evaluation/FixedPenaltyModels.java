package org.mitchell.evaluation;

import java.util.Arrays;
import java.util.Optional;
import org.mitchell.encoding.HeldOutPrediction;
import org.mitchell.encoding.HeldOutRule;
import org.mitchell.encoding.RowCombinations;
import org.mitchell.jobs.Workers;

/** Models of one penalty, which share the residual images of all words. */
record FixedPenaltyModels(HeldOutPrediction prediction) implements FoldModels {
  @Override
  public FoldModels.Pass on(double[][] observed, Pair[] pairs, Workers workers) {
    double[][] residuals =
        observed[0].length == 0
            ? observed
            : RowCombinations.of(prediction.residualOperator(), observed, workers);
    return new Pass(prediction, observed, residuals, pairs, new HeldOutRule[pairs.length]);
  }

  private record Pass(
      HeldOutPrediction prediction,
      double[][] observed,
      double[][] residuals,
      Pair[] pairs,
      HeldOutRule[] rules)
      implements FoldModels.Pass {

    @Override
    public double[][] predict(int fold, int[] positions) {
      int first = pairs[fold].first();
      int second = pairs[fold].second();
      HeldOutRule rule = prediction.rule(first, second);
      rules[fold] = rule;
      if (rule instanceof HeldOutRule.Refitted refitted) {
        return combinations(refitted.weights(), positions);
      }
      double[][] c = ((HeldOutRule.Corrected) rule).correction();
      double[] one = observed[first];
      double[] two = observed[second];
      double[] restOne = residuals[first];
      double[] restTwo = residuals[second];
      var predicted = new double[2][positions.length];
      for (int i = 0; i < positions.length; i++) {
        int v = positions[i];
        predicted[0][i] = one[v] - c[0][0] * restOne[v] - c[0][1] * restTwo[v];
        predicted[1][i] = two[v] - c[1][0] * restOne[v] - c[1][1] * restTwo[v];
      }
      return predicted;
    }

    private double[][] combinations(double[][] weights, int[] positions) {
      var predicted = new double[2][positions.length];
      for (int h = 0; h < 2; h++) {
        for (int i = 0; i < positions.length; i++) {
          double value = 0;
          for (int w = 0; w < weights[h].length; w++) {
            value += weights[h][w] * observed[w][positions[i]];
          }
          predicted[h][i] = value;
        }
      }
      return predicted;
    }

    @Override
    public Outcome outcome() {
      int refitted =
          (int) Arrays.stream(rules).filter(HeldOutRule.Refitted.class::isInstance).count();
      return new Outcome(
          prediction.form(),
          refitted,
          prediction.rank(),
          meanPredictionOperator(),
          Optional.empty());
    }

    /**
     * The words x words matrix Q with Q Y = each word's mean prediction over the n - 1 folds that
     * hold it out: predictions are linear in the images, so the mean over folds is taken once for
     * all voxels.
     */
    private double[][] meanPredictionOperator() {
      int words = observed.length;
      double share = 1.0 / (words - 1);
      double[][] residual = prediction.residualOperator();
      var corrections = new double[words][words];
      var operator = new double[words][words];
      for (int f = 0; f < rules.length; f++) {
        int[] heldOut = {pairs[f].first(), pairs[f].second()};
        for (int h = 0; h < 2; h++) {
          int word = heldOut[h];
          if (rules[f] instanceof HeldOutRule.Corrected corrected) {
            operator[word][word] += share;
            corrections[word][heldOut[0]] -= share * corrected.correction()[h][0];
            corrections[word][heldOut[1]] -= share * corrected.correction()[h][1];
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
