package org.mitchell.vectors.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitchell.corpus.words.CountedWord;

/** Every change is the learning rate times what lowers the loss, by numeric differences. */
class GradientTest {
  private static final int SIZE = 6;
  private static final int WORDS = 7;
  private static final int WORD = 2;

  /** The table of the logistic function has steps of 12/1000, on which it changes by 0.003. */
  private static final double TABLE = .004;

  private final Random random = new Random(11);
  private static final TrainingVocabulary VOCABULARY =
      new TrainingVocabulary(
          IntStream.range(0, WORDS).mapToObj(i -> new CountedWord("w" + i, 100 - 10 * i)).toList());

  /** A row that takes part in a prediction, and whether it should be high. */
  private record Target(float[] row, boolean isSo) {}

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void changesOfOutputsAndErrorsAreGradients(boolean tree) {
    float[] hidden = numbers();
    var targets = new ArrayList<Target>();
    var network = network();
    LearnedRows rows = noting(network, targets);
    var layer =
        new OutputLayer(
            tree ? 0 : 1, tree ? Optional.of(new HuffmanTree(VOCABULARY)) : Optional.empty());
    var block = new DrawnBlock();
    block.begin(1, 0, 0);
    block.sample(1, new NegativeSampling(VOCABULARY));
    layer.begin(rows, 1, block);
    while (targets.size() < 2) { // a negative sample that is the word itself is left out
      targets.clear();
      layer.setWord(WORD);
    }
    var before = targets.stream().map(target -> target.row().clone()).toList();
    var error = new float[SIZE];
    layer.learn(hidden, error);
    for (int d = 0; d < SIZE; d++) {
      int dimension = d;
      double ofHidden = slope(at -> loss(with(hidden, dimension, at), before, targets), hidden[d]);
      assertThat((double) error[d])
          .as("hidden " + d)
          .isCloseTo(-ofHidden, within(TABLE * 2 * targets.size()));
      for (int t = 0; t < targets.size(); t++) {
        int target = t;
        double ofRow =
            slope(
                at -> {
                  var moved = new ArrayList<>(before);
                  moved.set(target, with(before.get(target), dimension, at));
                  return loss(hidden, moved, targets);
                },
                before.get(t)[d]);
        assertThat((double) targets.get(t).row()[d] - before.get(t)[d])
            .as("target %d, %d".formatted(t, d))
            .isCloseTo(-ofRow, within(TABLE * 2));
      }
    }
    // The factor of the table, 83 for 83.33, has it see numbers up to .05 too low.
    assertThat(layer.loss()).isCloseTo(loss(hidden, before, targets), within(.05 * targets.size()));
  }

  /** In skip-gram the context word moves by its gradient; in CBOW each by that of the mean. */
  @ParameterizedTest
  @EnumSource(Architecture.class)
  void theWordsAroundMoveByTheGradientOfTheHiddenLayer(Architecture architecture) {
    var options = new TrainingOptions(architecture, SIZE, 1, 0, true, 0, 1, 1e-3, 1, false);
    var network = network();
    var before = new Network(copy(network.inputs()), network.outputs(), copy(network.nodes()));
    var tree = new HuffmanTree(VOCABULARY);
    var learner =
        new Learner(options, new Subsampling(VOCABULARY, 0), Optional.empty(), Optional.of(tree));
    var block = new DrawnBlock();
    learner.draw(new int[] {4, WORD}, 2, 0, 0, block);
    learner.learn(block, 0, network);
    // Word 4 is learned from first, then from word 4: a step so small that the order is nothing.
    for (int d = 0; d < SIZE; d++) {
      int dimension = d;
      double slope =
          slope(
              at -> {
                float[] hidden = with(before.inputs()[4], dimension, at);
                double sum = 0;
                for (int i = 0; i < tree.nodes(WORD).length; i++) {
                  sum +=
                      cost(hidden, before.nodes()[tree.nodes(WORD)[i]], tree.turns(WORD)[i] == 0);
                }
                return sum;
              },
              before.inputs()[4][d]);
      double moved = network.inputs()[4][d] - before.inputs()[4][d];
      assertThat(moved / 1e-3).isCloseTo(-slope, within(.03));
    }
  }

  private static LearnedRows noting(Network network, List<Target> targets) {
    return new LearnedRows() {
      @Override
      public float[] input(int word) {
        return network.input(word);
      }

      @Override
      public float[] output(int word) {
        targets.add(new Target(network.output(word), word == WORD));
        return network.output(word);
      }

      @Override
      public float[] node(int node) {
        var all = new HuffmanTree(VOCABULARY);
        int place =
            IntStream.range(0, all.nodes(WORD).length)
                .filter(i -> all.nodes(WORD)[i] == node)
                .findFirst()
                .orElseThrow();
        targets.add(new Target(network.node(node), all.turns(WORD)[place] == 0));
        return network.node(node);
      }
    };
  }

  private Network network() {
    return new Network(matrix(), matrix(), matrix());
  }

  private float[][] matrix() {
    return IntStream.range(0, WORDS).mapToObj(i -> numbers()).toArray(float[][]::new);
  }

  private float[] numbers() {
    var numbers = new float[SIZE];
    for (int i = 0; i < SIZE; i++) {
      numbers[i] = random.nextFloat() * 2 - 1;
    }
    return numbers;
  }

  private static float[][] copy(float[][] matrix) {
    return IntStream.range(0, matrix.length)
        .mapToObj(i -> matrix[i].clone())
        .toArray(float[][]::new);
  }

  private static float[] with(float[] row, int at, double value) {
    float[] changed = row.clone();
    changed[at] = (float) value;
    return changed;
  }

  private interface Function {
    double at(double x);
  }

  private static double slope(Function function, double x) {
    double step = 1e-2;
    return (function.at(x + step) - function.at(x - step)) / (2 * step);
  }

  private static double loss(float[] hidden, List<float[]> rows, List<Target> targets) {
    double sum = 0;
    for (int i = 0; i < rows.size(); i++) {
      sum += cost(hidden, rows.get(i), targets.get(i).isSo());
    }
    return sum;
  }

  /** -log of the probability that is given to what is so. */
  private static double cost(float[] hidden, float[] row, boolean isSo) {
    double dot = 0;
    for (int i = 0; i < SIZE; i++) {
      dot += (double) hidden[i] * row[i];
    }
    return Math.log1p(Math.exp(isSo ? -dot : dot));
  }
}
