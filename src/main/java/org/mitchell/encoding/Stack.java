package org.mitchell.encoding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.mitchell.fmri.VoxelRows;
import org.mitchell.jobs.Workers;

/**
 * One model of each feature space, whose predictions are added with weights from 0 up that sum to 1
 * (stacked regressions; Breiman 1996). The penalty of each model, and then the weights, are those
 * of the smallest leave-one-out error among the training words.
 */
final class Stack {
  private final BandedGrid grid;
  private final List<PenaltyPath> paths;

  private Stack(BandedGrid grid, List<PenaltyPath> paths) {
    this.grid = grid;
    this.paths = paths;
  }

  /**
   * @param rawFeatures unscaled features of several spaces side by side, words x features
   * @param options with these spaces
   */
  static Stack of(double[][] rawFeatures, EncodingOptions options, Penalty.Chosen chosen) {
    int[] widths = options.spaces().widths(rawFeatures[0].length);
    if (widths.length > SimplexWeights.MOST) {
      throw new IllegalArgumentException(
          "a stack of %d spaces, at most %d".formatted(widths.length, SimplexWeights.MOST));
    }
    PenaltyGrid penalties = chosen.grid().orElse(PenaltyGrid.USUAL);
    EncodingOptions ofOne = options.withSpaces(Spaces.ONE);
    var paths = new ArrayList<PenaltyPath>();
    var alone = new double[widths.length][widths.length];
    int from = 0;
    for (int s = 0; s < widths.length; s++) {
      int first = from;
      int behind = from + widths[s];
      double[][] own =
          Arrays.stream(rawFeatures)
              .map(row -> Arrays.copyOfRange(row, first, behind))
              .toArray(double[][]::new);
      double unit = chosen.grid().isPresent() ? 1 : PenaltyGrid.unit(own, options.scale());
      paths.add(PenaltyPath.of(own, ofOne, BandedGrid.ofOne(penalties).in(unit)));
      alone[s][s] = 1 / unit;
      from = behind;
    }
    return new Stack(BandedGrid.of(alone, penalties), paths);
  }

  /** Every space alone, with every penalty. */
  BandedGrid grid() {
    return grid;
  }

  List<PenaltyPath> paths() {
    return paths;
  }

  /** What was learnt of the features of all spaces. */
  FeatureScaling scaling() {
    return FeatureScaling.sideBySide(paths.stream().map(PenaltyPath::scaling).toList());
  }

  int rank() {
    return paths.stream().mapToInt(PenaltyPath::rank).sum();
  }

  /**
   * The models of one fold.
   *
   * @param penalties of each space, one for all voxels or one for each, as numbers in its path
   * @param weights likewise: voxels, or one for all, x spaces
   */
  record Choice(int[][] penalties, double[][] weights) {
    /** The choices of penalties as numbers in the grid of the stack. */
    int[] numbers(int size) {
      return IntStream.range(0, penalties.length)
          .flatMap(s -> Arrays.stream(penalties[s]).map(k -> s * size + k))
          .toArray();
    }
  }

  /** One choice for all voxels, from the inner products of the images over them. */
  Choice choose(double[][] products, int... heldOut) {
    List<LeaveOneOutErrors> errors =
        paths.stream().map(path -> path.errorsWithout(heldOut)).toList();
    int[] penalties = errors.stream().mapToInt(each -> each.choose(products)).toArray();
    var between = new double[penalties.length][penalties.length];
    for (int a = 0; a < between.length; a++) {
      for (int b = 0; b <= a; b++) {
        between[a][b] = errors.get(a).product(penalties[a], errors.get(b), penalties[b], products);
        between[b][a] = between[a][b];
      }
    }
    return new Choice(
        Arrays.stream(penalties).mapToObj(k -> new int[] {k}).toArray(int[][]::new),
        new double[][] {SimplexWeights.of(between)});
  }

  /**
   * A choice for every voxel.
   *
   * @param images words x voxels
   * @param ofSpaces the errors of each space's models on these images
   * @param voxels which columns of the images
   */
  Choice choose(double[][] images, List<FoldVoxelErrors> ofSpaces, int[] voxels, int... heldOut) {
    var penalties = new int[paths.size()][];
    var errors = new double[paths.size()][][];
    for (int s = 0; s < penalties.length; s++) {
      penalties[s] = ofSpaces.get(s).choose(voxels, heldOut);
      errors[s] = paths.get(s).errorsWithout(heldOut).errors(penalties[s], images, voxels);
    }
    var weights = new double[voxels.length][];
    for (int v = 0; v < weights.length; v++) {
      var between = new double[penalties.length][penalties.length];
      for (int a = 0; a < between.length; a++) {
        for (int b = 0; b <= a; b++) {
          double sum = 0;
          for (int t = 0; t < errors[a].length; t++) {
            sum += errors[a][t][v] * errors[b][t][v];
          }
          between[a][b] = sum;
          between[b][a] = sum;
        }
      }
      weights[v] = SimplexWeights.of(between);
    }
    return new Choice(penalties, weights);
  }

  /** The predicted images of the held-out words, held-out words x voxels. */
  double[][] predict(double[][] images, int[] voxels, Choice choice, int... heldOut) {
    var predicted = new double[heldOut.length][voxels.length];
    for (int s = 0; s < paths.size(); s++) {
      double[][] own = paths.get(s).predict(images, voxels, choice.penalties[s], heldOut);
      for (int h = 0; h < predicted.length; h++) {
        for (int v = 0; v < voxels.length; v++) {
          double weight = choice.weights[choice.weights.length == 1 ? 0 : v][s];
          predicted[h][v] += weight * own[h][v];
        }
      }
    }
    return predicted;
  }

  /** The weights of all words' images in the predictions of the held-out words. */
  double[][] imageWeights(Choice choice, int... heldOut) {
    return sum(choice, s -> paths.get(s).at(choice.penalties[s][0]).weights(heldOut));
  }

  /** As {@link HeldOutPrediction#fittedOperator}. */
  double[][] fittedOperator(Choice choice) {
    return sum(choice, s -> paths.get(s).at(choice.penalties[s][0]).fittedOperator());
  }

  private double[][] sum(Choice choice, IntFunction<double[][]> ofSpace) {
    double[][] sum = null;
    for (int s = 0; s < paths.size(); s++) {
      double[][] own = ofSpace.apply(s);
      sum = sum == null ? new double[own.length][own[0].length] : sum;
      for (int h = 0; h < sum.length; h++) {
        for (int w = 0; w < sum[h].length; w++) {
          sum[h][w] += choice.weights[0][s] * own[h][w];
        }
      }
    }
    return sum;
  }

  /**
   * The coefficients of every voxel, of all spaces one after the other, each times its weight.
   *
   * @param images words x voxels, without their mean
   */
  Coefficients coefficients(VoxelRows images, Choice choice, Workers workers) {
    int voxels = images.voxels();
    var spaces = new ArrayList<Coefficients>();
    var weights = new double[paths.size()][];
    for (int s = 0; s < weights.length; s++) {
      int[] each = SignatureErrors.each(choice.penalties[s], voxels);
      spaces.add(paths.get(s).coefficients(images, each, workers));
      weights[s] = weights(choice, s, voxels);
    }
    return Coefficients.sideBySide(spaces, weights);
  }

  /** The weight of a space, one a voxel. */
  private static double[] weights(Choice choice, int space, int voxels) {
    return IntStream.range(0, voxels)
        .mapToDouble(v -> choice.weights[choice.weights.length == 1 ? 0 : v][space])
        .toArray();
  }

  /**
   * The same coefficients with their standard errors over words.
   *
   * @param images words x voxels, without their mean
   */
  SignatureErrors signatureErrors(double[][] images, Choice choice, Workers workers) {
    int voxels = images[0].length;
    int features = paths.stream().mapToInt(path -> path.rawFeatures()[0].length).sum();
    SignatureErrors errors = SignatureErrors.empty(features, voxels);
    int from = 0;
    for (int s = 0; s < paths.size(); s++) {
      int[] each = SignatureErrors.each(choice.penalties[s], voxels);
      errors.put(
          paths.get(s).signatureErrors(images, each, workers), from, weights(choice, s, voxels));
      from += paths.get(s).rawFeatures()[0].length;
    }
    return errors;
  }

  /** What was chosen in some models. */
  ChosenPenalties chosen(Penalty.Per per, List<Choice> choices) {
    var weights = new double[paths.size()];
    long models = 0;
    for (Choice choice : choices) {
      for (double[] own : choice.weights) {
        models++;
        for (int s = 0; s < weights.length; s++) {
          weights[s] += own[s];
        }
      }
    }
    double count = models;
    int size = grid.penalties().size();
    int[] numbers = choices.stream().flatMapToInt(c -> Arrays.stream(c.numbers(size))).toArray();
    return ChosenPenalties.of(grid, per, numbers)
        .weighted(Arrays.stream(weights).mapToObj(sum -> sum / count).toList());
  }
}
