package org.mitchell.norms.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.Well1024a;
import org.junit.jupiter.api.Test;

/** The multilayer perceptron, by what it can learn and by its gradient. */
class PerceptronTest {
  private static final int WORDS = 2_000;

  private static double[][] rows(int features) {
    var random = new Random(5);
    return IntStream.range(0, WORDS)
        .mapToObj(w -> random.doubles(features, -1, 1).toArray())
        .toArray(double[][]::new);
  }

  /** The share of the variance of words that were not trained on. */
  private static double share(Perceptron perceptron, double[][] rows, double[] values) {
    int[] trained = IntStream.range(0, WORDS / 2).toArray();
    int[] tested = IntStream.range(WORDS / 2, WORDS).toArray();
    double[] predicted =
        perceptron.fit(rows, values, trained, new Well1024a(3)).predict(rows, tested);
    double mean = IntStream.of(tested).mapToDouble(w -> values[w]).average().orElseThrow();
    double errors = 0;
    double squares = 0;
    for (int i = 0; i < tested.length; i++) {
      errors += Math.pow(values[tested[i]] - predicted[i], 2);
      squares += Math.pow(values[tested[i]] - mean, 2);
    }
    return 1 - errors / squares;
  }

  /** No line tells whether two signs are the same. */
  private static double[] sameSign(double[][] rows) {
    return Arrays.stream(rows).mapToDouble(r -> 100 + 7 * r[0] * r[1]).toArray();
  }

  @Test
  void whatNoLineFollowsIsLearned() {
    double[][] rows = rows(3);
    double[] values = sameSign(rows);
    assertThat(share(new Perceptron(List.of(32)), rows, values)).isGreaterThan(0.9);
    assertThat(share(new Perceptron(List.of(24, 16)), rows, values)).isGreaterThan(0.9);
    int[] trained = IntStream.range(0, WORDS / 2).toArray();
    double[] line =
        RidgeRegression.leastSquares()
            .fit(rows, values, trained, new Well1024a(3))
            .predict(rows, trained);
    assertThat(Arrays.stream(line)).allMatch(v -> Math.abs(v - 100) < 1.5); // near the mean
  }

  @Test
  void theGradientIsThatOfTheLoss() {
    for (List<Integer> hidden : List.of(List.of(5), List.of(5, 4))) {
      var network = new Network(3, hidden, 7, new Well1024a(11));
      float[][] inputs = new float[7][3];
      float[] values = new float[7];
      var random = new Random(2);
      for (int b = 0; b < 7; b++) {
        for (int i = 0; i < 3; i++) {
          inputs[b][i] = (float) random.nextGaussian();
        }
        values[b] = (float) random.nextGaussian();
      }
      // Adam's first step is the rate times the sign of the gradient.
      List<float[][]> before = network.copy();
      network.train(inputs, values, 7, 1, 0);
      List<float[][]> after = network.copy();
      int checked = 0;
      for (int l = 0; l < before.size(); l++) {
        for (int r = 0; r < before.get(l).length; r++) {
          for (int c = 0; c < before.get(l)[r].length; c++) {
            double slope = slope(network, before, l, r, c, inputs, values);
            double moved = after.get(l)[r][c] - before.get(l)[r][c];
            if (Math.abs(slope) > 1e-2) {
              assertThat(moved).isCloseTo(-1e-3 * Math.signum(slope), within(1e-5));
              checked++;
            }
          }
        }
      }
      assertThat(checked).isGreaterThan(15);
    }
  }

  /** Of the loss, by the difference of two losses. */
  private static double slope(
      Network network,
      List<float[][]> weights,
      int layer,
      int row,
      int column,
      float[][] inputs,
      float[] values) {
    float kept = weights.get(layer)[row][column];
    double[] losses = new double[2];
    for (int side = 0; side < 2; side++) {
      weights.get(layer)[row][column] = kept + (side == 0 ? -1e-2f : 1e-2f);
      network.restore(weights);
      var outputs = new float[7];
      network.predict(inputs, 7, outputs);
      for (int b = 0; b < 7; b++) {
        losses[side] += Math.pow(outputs[b] - values[b], 2) / 14;
      }
    }
    weights.get(layer)[row][column] = kept;
    network.restore(weights);
    return (losses[1] - losses[0]) / 2e-2;
  }

  @Test
  void theUnitsOfInputsAndValuesMakeNoDifference() {
    double[][] rows = rows(3);
    double[][] larger = rows(3);
    for (double[] row : larger) {
      row[1] = 1000 * row[1] + 5;
    }
    double[] values = sameSign(rows);
    double[] other = Arrays.stream(values).map(v -> 50 * v - 3).toArray();
    var perceptron = new Perceptron(List.of(32));
    assertThat(share(perceptron, larger, other))
        .isCloseTo(share(perceptron, rows, values), within(0.02));
  }

  @Test
  void theSameSeedGivesTheSameNumbers() {
    double[][] rows = rows(3);
    double[] values = sameSign(rows);
    int[] words = IntStream.range(0, 300).toArray();
    var perceptron = new Perceptron(List.of(8));
    double[] first = perceptron.fit(rows, values, words, new Well1024a(9)).predict(rows, words);
    assertThat(perceptron.fit(rows, values, words, new Well1024a(9)).predict(rows, words))
        .isEqualTo(first);
    assertThat(perceptron.fit(rows, values, words, new Well1024a(8)).predict(rows, words))
        .isNotEqualTo(first);
  }

  @Test
  void hiddenLayersAreOneOrTwo() {
    for (List<Integer> wrong : List.of(List.<Integer>of(), List.of(0), List.of(3, 3, 3))) {
      assertThatThrownBy(() -> new Perceptron(wrong)).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
