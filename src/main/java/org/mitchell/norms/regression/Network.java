package org.mitchell.norms.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.random.RandomGenerator;

/**
 * Layers of rectified units, max(0, x), and one linear output above them. Batches of inputs go up
 * through it and errors come down; nothing of it is shared between threads.
 */
final class Network {
  private final List<DenseLayer> hidden = new ArrayList<>();

  /** One row: the weights of the last hidden layer's units, the bias last. */
  private final DenseLayer output;

  /** What the units of each hidden layer give, by layer and word of a batch. */
  private final List<float[][]> given = new ArrayList<>();

  private final List<float[][]> errors = new ArrayList<>();

  /**
   * @param units of each hidden layer, one layer or more
   * @param batch the most words at a time
   */
  Network(int inputs, List<Integer> units, int batch, RandomGenerator chance) {
    int below = inputs;
    for (int size : units) {
      hidden.add(DenseLayer.drawn(below, size, chance));
      given.add(new float[batch][size]);
      errors.add(new float[batch][size]);
      below = size;
    }
    output = DenseLayer.drawn(below, 1, chance);
  }

  /** The outputs of some inputs, at most a batch of them. */
  void predict(float[][] inputs, int count, float[] outputs) {
    float[] top = outputWeights();
    float bias = output.weights()[output.inputs()][0];
    for (int b = 0; b < count; b++) {
      float[] below = inputs[b];
      for (int l = 0; l < hidden.size(); l++) {
        float[] units = given.get(l)[b];
        hidden.get(l).apply(below, units);
        rectify(units);
        below = units;
      }
      outputs[b] = FloatLoops.product(below, top) + bias;
    }
  }

  private static void rectify(float[] units) {
    for (int j = 0; j < units.length; j++) {
      units[j] = Math.max(0, units[j]);
    }
  }

  private float[] outputWeights() {
    var top = new float[output.inputs()];
    for (int j = 0; j < top.length; j++) {
      top[j] = output.weights()[j][0];
    }
    return top;
  }

  /**
   * One step of training on a batch: towards the values by half the mean squared error.
   *
   * @param step how many there have been, this one counted
   */
  void train(float[][] inputs, float[] values, int count, long step, float decay) {
    var outputs = new float[count];
    predict(inputs, count, outputs);
    var wrong = new float[count][1];
    for (int b = 0; b < count; b++) {
      wrong[b][0] = outputs[b] - values[b];
    }
    int last = hidden.size() - 1;
    float[] top = outputWeights();
    for (int b = 0; b < count; b++) {
      blame(errors.get(last)[b], top, wrong[b][0], given.get(last)[b]);
    }
    for (int l = last; l > 0; l--) {
      passDown(l, count);
    }
    output.addGradient(given.get(last), wrong, count);
    for (int l = 0; l <= last; l++) {
      hidden.get(l).addGradient(l == 0 ? inputs : given.get(l - 1), errors.get(l), count);
      hidden.get(l).step(step, count, decay);
    }
    output.step(step, count, decay);
  }

  /** The errors of units below one output: nothing for those that gave 0. */
  private static void blame(float[] errors, float[] weights, float wrong, float[] given) {
    for (int j = 0; j < errors.length; j++) {
      errors[j] = given[j] > 0 ? wrong * weights[j] : 0;
    }
  }

  /** The errors of the layer below layer {@code l}, from its own. */
  private void passDown(int l, int count) {
    float[][] turned = turned(hidden.get(l));
    for (int b = 0; b < count; b++) {
      float[] below = errors.get(l - 1)[b];
      float[] units = given.get(l - 1)[b];
      Arrays.fill(below, 0);
      FloatLoops.addRows(below, turned, errors.get(l)[b]);
      for (int j = 0; j < below.length; j++) {
        below[j] = units[j] > 0 ? below[j] : 0;
      }
    }
  }

  /** The weights of a layer, a row an output. */
  private static float[][] turned(DenseLayer layer) {
    var turned = new float[layer.outputs()][layer.inputs()];
    for (int i = 0; i < layer.inputs(); i++) {
      for (int o = 0; o < layer.outputs(); o++) {
        turned[o][i] = layer.weights()[i][o];
      }
    }
    return turned;
  }

  /** All weights as they are now. */
  List<float[][]> copy() {
    var copies = new ArrayList<float[][]>();
    hidden.forEach(layer -> copies.add(layer.copy()));
    copies.add(output.copy());
    return copies;
  }

  /** Sets the weights to a copy that was made before. */
  void restore(List<float[][]> earlier) {
    for (int l = 0; l < hidden.size(); l++) {
      hidden.get(l).restore(earlier.get(l));
    }
    output.restore(earlier.get(hidden.size()));
  }
}
