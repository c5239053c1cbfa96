package org.mitchell.vectors.training;

import java.io.Serializable;

/**
 * All that is learned: matrices of single-precision rows, one array a row.
 *
 * @param inputs the vectors, words x size
 * @param outputs of negative sampling, words x size; none without it
 * @param nodes of hierarchical softmax, one a word but the last, x size; none without it
 */
record Network(float[][] inputs, float[][] outputs, float[][] nodes)
    implements LearnedRows, Serializable {
  private static final int NO_EPOCH = -1;

  /** Inputs begin between -1/2 and 1/2, divided by the size; the others at 0. */
  static Network beginning(int words, TrainingOptions options) {
    int size = options.size();
    var inputs = new float[words][size];
    var draws = new Draws();
    for (int word = 0; word < words; word++) {
      draws.begin(options.seed(), NO_EPOCH, word);
      for (int i = 0; i < size; i++) {
        inputs[word][i] = (draws.fraction() - .5f) / size;
      }
    }
    return new Network(
        inputs,
        new float[options.negative() > 0 ? words : 0][size],
        new float[options.hierarchical() ? words - 1 : 0][size]);
  }

  @Override
  public float[] input(int word) {
    return inputs[word];
  }

  @Override
  public float[] output(int word) {
    return outputs[word];
  }

  @Override
  public float[] node(int node) {
    return nodes[node];
  }
}
