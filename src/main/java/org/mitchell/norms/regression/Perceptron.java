package org.mitchell.norms.regression;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.commons.math3.random.RandomGenerator;

/**
 * A multilayer perceptron: one hidden layer of rectified units or two, trained by Adam in batches
 * of 200 words with scikit-learn's usual settings (rate .001, weight decay .0001, at most 200
 * epochs). Inputs and values are standardised over the training words.
 *
 * <p>A tenth of the training words is put aside; training ends when the error of these has not
 * fallen by .0001 of their variance for more than ten epochs, and the weights of the best epoch are
 * taken. One thread trains a network, so that its bytes depend on the seed alone.
 *
 * @param hidden units of each hidden layer
 */
public record Perceptron(List<Integer> hidden) implements Regression {
  private static final int BATCH = 200;
  private static final int MOST_EPOCHS = 200;
  private static final int PATIENCE = 10;
  private static final double TOLERANCE = 1e-4;
  private static final float DECAY = 1e-4f;
  private static final double PUT_ASIDE = 0.1;
  private static final int FEWEST = 8;

  /**
   * @throws IllegalArgumentException unless there are one or two layers of 1 to 10,000 units
   */
  public Perceptron {
    hidden = List.copyOf(hidden);
    boolean right = hidden.stream().allMatch(units -> units >= 1 && units <= 10_000);
    if (!right || hidden.isEmpty() || hidden.size() > 2) {
      throw new IllegalArgumentException("got hidden layers of " + hidden + " units");
    }
  }

  @Override
  public FittedRegression fit(
      double[][] rows, double[] values, int[] words, RandomGenerator chance) {
    var inputs = Standardisation.of(rows, words);
    double mean = Arrays.stream(words).mapToDouble(w -> values[w]).average().orElseThrow();
    double squares =
        Arrays.stream(words).mapToDouble(w -> (values[w] - mean) * (values[w] - mean)).sum();
    double deviation = squares > 0 ? Math.sqrt(squares / words.length) : 1;
    int[] shuffled = words.clone();
    shuffle(shuffled, chance);
    int aside = Math.max(2, (int) Math.ceil(PUT_ASIDE * words.length));
    var training = new float[words.length][rows[0].length];
    var targets = new float[words.length];
    for (int i = 0; i < shuffled.length; i++) {
      inputs.apply(rows[shuffled[i]], training[i]);
      targets[i] = (float) ((values[shuffled[i]] - mean) / deviation);
    }
    var network = new Network(rows[0].length, hidden, BATCH, chance);
    train(network, training, targets, aside, chance);
    return new Fitted(network, inputs, mean, deviation);
  }

  /**
   * @param aside so many of the first words are put aside
   */
  private static void train(
      Network network, float[][] inputs, float[] values, int aside, RandomGenerator chance) {
    int[] order = new int[inputs.length - aside];
    Arrays.setAll(order, i -> aside + i);
    var batch = new float[BATCH][];
    var wanted = new float[BATCH];
    double smallest = Double.POSITIVE_INFINITY;
    List<float[][]> best = network.copy();
    int idle = 0;
    long step = 0;
    for (int epoch = 0; epoch < MOST_EPOCHS && idle <= PATIENCE; epoch++) {
      shuffle(order, chance);
      for (int first = 0; first < order.length; first += BATCH) {
        int count = Math.min(BATCH, order.length - first);
        for (int b = 0; b < count; b++) {
          batch[b] = inputs[order[first + b]];
          wanted[b] = values[order[first + b]];
        }
        network.train(batch, wanted, count, ++step, DECAY);
      }
      double error = meanSquaredError(network, inputs, values, aside);
      idle = error < smallest - TOLERANCE ? 0 : idle + 1;
      if (error < smallest) {
        smallest = error;
        best = network.copy();
      }
    }
    network.restore(best);
  }

  private static double meanSquaredError(
      Network network, float[][] inputs, float[] values, int count) {
    double sum = 0;
    var outputs = new float[BATCH];
    for (int first = 0; first < count; first += BATCH) {
      int some = Math.min(BATCH, count - first);
      network.predict(Arrays.copyOfRange(inputs, first, first + some), some, outputs);
      for (int b = 0; b < some; b++) {
        double error = outputs[b] - values[first + b];
        sum += error * error;
      }
    }
    return sum / count;
  }

  /** Fisher and Yates. */
  private static void shuffle(int[] numbers, RandomGenerator chance) {
    for (int i = numbers.length - 1; i > 0; i--) {
      int other = chance.nextInt(i + 1);
      int kept = numbers[i];
      numbers[i] = numbers[other];
      numbers[other] = kept;
    }
  }

  @Override
  public int fewestWords(int features) {
    return FEWEST;
  }

  /** A trained network. */
  private record Fitted(Network network, Standardisation inputs, double mean, double deviation)
      implements FittedRegression {
    @Override
    public double[] predict(double[][] rows, int[] words) {
      var predicted = new double[words.length];
      var batch = new float[BATCH][rows[0].length];
      var outputs = new float[BATCH];
      for (int first = 0; first < words.length; first += BATCH) {
        int count = Math.min(BATCH, words.length - first);
        for (int b = 0; b < count; b++) {
          inputs.apply(rows[words[first + b]], batch[b]);
        }
        network.predict(batch, count, outputs);
        for (int b = 0; b < count; b++) {
          predicted[first + b] = mean + deviation * outputs[b];
        }
      }
      return predicted;
    }

    @Override
    public OptionalDouble penalty() {
      return OptionalDouble.empty();
    }

    @Override
    public boolean atEdge() {
      return false;
    }
  }
}
