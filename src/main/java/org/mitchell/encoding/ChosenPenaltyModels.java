package org.mitchell.encoding;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mitchell.fmri.VoxelRows;
import org.mitchell.jobs.Workers;

/** Models whose penalty is chosen inside the training words of their own fold. */
record ChosenPenaltyModels(PenaltyPath path, Penalty.Chosen chosen) implements HeldOutModels {
  @Override
  public HeldOutModels.Predictions on(double[][] images, int[][] leftOut, Workers workers) {
    return new Predictions(
        FoldPenalties.of(path, chosen, images, workers),
        chosen.per(),
        leftOut,
        new int[leftOut.length][]);
  }

  @Override
  public double[] predict(
      int word, double[][] images, double[] less, int[] compared, Workers workers) {
    int[] choice =
        ModelPenalties.choose(path, chosen, VoxelRows.held(images), compared, workers, word);
    int[] all = IntStream.range(0, images[0].length).toArray();
    double[] predicted = path.predict(images, all, choice, word)[0];
    double[] taken = RowCombinations.of(new double[][] {less}, images, workers)[0];
    for (int v = 0; v < predicted.length; v++) {
      predicted[v] -= taken[v];
    }
    return predicted;
  }

  private record Predictions(
      FoldPenalties penalties, Penalty.Per per, int[][] leftOut, int[][] choices)
      implements HeldOutModels.Predictions {
    @Override
    public double[][] predict(int fold, int[] voxels) {
      choices[fold] = penalties.choose(voxels, leftOut[fold]);
      return penalties.predict(voxels, choices[fold], leftOut[fold]);
    }

    @Override
    public Summary summary() {
      PenaltyPath path = penalties.path();
      int[] all = Arrays.stream(choices).flatMapToInt(Arrays::stream).toArray();
      return new Summary(
          path.at(path.grid().size() - 1).form(),
          refittedFolds(),
          path.rank(),
          per == Penalty.Per.GLOBAL ? meanPredictionOperator() : new double[0][0],
          Optional.of(ChosenPenalties.of(path.grid(), per, all)));
    }

    private int refittedFolds() {
      int refitted = 0;
      for (int f = 0; f < leftOut.length; f++) {
        int[] heldOut = leftOut[f];
        refitted +=
            Arrays.stream(choices[f])
                    .distinct()
                    .mapToObj(k -> penalties.path().at(k))
                    .anyMatch(p -> p.rule(heldOut) instanceof HeldOutRule.Refitted)
                ? 1
                : 0;
      }
      return refitted;
    }

    /** As for one penalty, with each fold's own. */
    private double[][] meanPredictionOperator() {
      int words = penalties.path().words();
      int[] folds = FoldCounts.of(leftOut, words);
      var operator = new double[words][words];
      for (int f = 0; f < leftOut.length; f++) {
        int[] heldOut = leftOut[f];
        double[][] weights = penalties.path().at(choices[f][0]).weights(heldOut);
        for (int h = 0; h < heldOut.length; h++) {
          for (int w = 0; w < words; w++) {
            operator[heldOut[h]][w] += weights[h][w] / folds[heldOut[h]];
          }
        }
      }
      return operator;
    }
  }
}
