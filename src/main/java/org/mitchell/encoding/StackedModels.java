package org.mitchell.encoding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.mitchell.fmri.VoxelRows;
import org.mitchell.jobs.Workers;

/** Stacks whose penalties and weights are chosen inside the training words of their own fold. */
record StackedModels(Stack stack, Penalty.Chosen chosen) implements HeldOutModels {
  @Override
  public HeldOutModels.Predictions on(double[][] images, int[][] leftOut, Workers workers) {
    List<FoldVoxelErrors> errors =
        chosen.per() == Penalty.Per.VOXEL ? errors(images, workers) : List.of();
    return new Predictions(
        stack, chosen, images, errors, leftOut, new Stack.Choice[leftOut.length]);
  }

  private List<FoldVoxelErrors> errors(double[][] images, Workers workers) {
    return stack.paths().stream().map(path -> FoldVoxelErrors.of(path, images, workers)).toList();
  }

  @Override
  public double[] predict(
      int word, double[][] images, double[] less, int[] compared, Workers workers) {
    int[] all = IntStream.range(0, images[0].length).toArray();
    Stack.Choice choice =
        choose(stack, chosen, images, () -> errors(images, workers), all, compared, word);
    double[] predicted = stack.predict(images, all, choice, word)[0];
    double[] taken = RowCombinations.of(new double[][] {less}, images, workers)[0];
    for (int v = 0; v < predicted.length; v++) {
      predicted[v] -= taken[v];
    }
    return predicted;
  }

  /**
   * Chooses for one model of all voxels.
   *
   * @param compared the voxels whose errors are summed where there is one choice for all
   */
  static Stack.Choice ofAllWords(
      Stack stack, Penalty.Chosen chosen, double[][] images, int[] compared, Workers workers) {
    int[] all = IntStream.range(0, images[0].length).toArray();
    return choose(
        stack,
        chosen,
        images,
        () -> new StackedModels(stack, chosen).errors(images, workers),
        all,
        compared);
  }

  private static Stack.Choice choose(
      Stack stack,
      Penalty.Chosen chosen,
      double[][] images,
      Supplier<List<FoldVoxelErrors>> errors,
      int[] voxels,
      int[] compared,
      int... heldOut) {
    return switch (chosen.per()) {
      case GLOBAL ->
          stack.choose(
              ErrorImages.products(VoxelRows.held(images).at(compared), chosen.error(), heldOut),
              heldOut);
      case VOXEL -> stack.choose(images, errors.get(), voxels, heldOut);
    };
  }

  private record Predictions(
      Stack stack,
      Penalty.Chosen chosen,
      double[][] images,
      List<FoldVoxelErrors> errors,
      int[][] leftOut,
      Stack.Choice[] choices)
      implements HeldOutModels.Predictions {
    @Override
    public double[][] predict(int fold, int[] voxels) {
      choices[fold] = choose(stack, chosen, images, () -> errors, voxels, voxels, leftOut[fold]);
      return stack.predict(images, voxels, choices[fold], leftOut[fold]);
    }

    @Override
    public Summary summary() {
      PenaltyPath last = stack.paths().get(stack.paths().size() - 1);
      return new Summary(
          last.at(last.grid().size() - 1).form(),
          refittedFolds(),
          stack.rank(),
          chosen.per() == Penalty.Per.GLOBAL ? meanPredictionOperator() : new double[0][0],
          Optional.of(stack.chosen(chosen.per(), Arrays.asList(choices))));
    }

    private int refittedFolds() {
      int refitted = 0;
      for (int f = 0; f < leftOut.length; f++) {
        int[] heldOut = leftOut[f];
        var rules = new ArrayList<HeldOutRule>();
        for (int s = 0; s < stack.paths().size(); s++) {
          PenaltyPath path = stack.paths().get(s);
          Arrays.stream(choices[f].penalties()[s])
              .distinct()
              .forEach(k -> rules.add(path.at(k).rule(heldOut)));
        }
        refitted += rules.stream().anyMatch(HeldOutRule.Refitted.class::isInstance) ? 1 : 0;
      }
      return refitted;
    }

    private double[][] meanPredictionOperator() {
      int words = images.length;
      int[] folds = FoldCounts.of(leftOut, words);
      var operator = new double[words][words];
      for (int f = 0; f < leftOut.length; f++) {
        int[] heldOut = leftOut[f];
        double[][] weights = stack.imageWeights(choices[f], heldOut);
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
