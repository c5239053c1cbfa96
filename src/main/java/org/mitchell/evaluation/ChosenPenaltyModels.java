package org.mitchell.evaluation;

import java.util.Arrays;
import java.util.Optional;
import org.mitchell.encoding.HeldOutRule;
import org.mitchell.encoding.Penalty;
import org.mitchell.encoding.PenaltyPath;
import org.mitchell.evaluation.penalties.ChosenPenalties;
import org.mitchell.evaluation.penalties.FoldPenalties;
import org.mitchell.jobs.Workers;

/** Models whose penalty is chosen inside the training words of their own fold. */
record ChosenPenaltyModels(PenaltyPath path, Penalty.Chosen chosen) implements FoldModels {
  @Override
  public FoldModels.Pass on(double[][] observed, Pair[] pairs, Workers workers) {
    return new Pass(
        FoldPenalties.of(path, chosen, observed, workers),
        chosen.per(),
        pairs,
        new int[pairs.length][]);
  }

  private record Pass(FoldPenalties penalties, Penalty.Per per, Pair[] pairs, int[][] choices)
      implements FoldModels.Pass {

    @Override
    public double[][] predict(int fold, int[] positions) {
      int first = pairs[fold].first();
      int second = pairs[fold].second();
      choices[fold] = penalties.choose(positions, first, second);
      return penalties.predict(positions, choices[fold], first, second);
    }

    @Override
    public Outcome outcome() {
      PenaltyPath path = penalties.path();
      int[] all = Arrays.stream(choices).flatMapToInt(Arrays::stream).toArray();
      return new Outcome(
          path.at(path.grid().size() - 1).form(),
          refittedFolds(),
          path.at(0).rank(),
          per == Penalty.Per.GLOBAL ? meanPredictionOperator() : new double[0][0],
          Optional.of(ChosenPenalties.of(path.grid(), per, all)));
    }

    private int refittedFolds() {
      int refitted = 0;
      for (int f = 0; f < pairs.length; f++) {
        int first = pairs[f].first();
        int second = pairs[f].second();
        refitted +=
            Arrays.stream(choices[f])
                    .distinct()
                    .mapToObj(k -> penalties.path().at(k))
                    .anyMatch(p -> p.rule(first, second) instanceof HeldOutRule.Refitted)
                ? 1
                : 0;
      }
      return refitted;
    }

    /** As for one penalty, with each fold's own. */
    private double[][] meanPredictionOperator() {
      int words = penalties.path().words();
      var operator = new double[words][words];
      for (int f = 0; f < pairs.length; f++) {
        int[] heldOut = {pairs[f].first(), pairs[f].second()};
        double[][] weights = penalties.path().at(choices[f][0]).weights(heldOut);
        for (int h = 0; h < 2; h++) {
          for (int w = 0; w < words; w++) {
            operator[heldOut[h]][w] += weights[h][w] / (words - 1);
          }
        }
      }
      return operator;
    }
  }
}
