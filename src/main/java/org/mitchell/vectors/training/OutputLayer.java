package org.mitchell.vectors.training;

import java.util.Optional;

/** Predicts a word from a hidden layer, and learns from what was wrong. Belongs to one thread. */
final class OutputLayer {
  /**
   * So many words are drawn for a block of text, and its negative samples are drawn from them: the
   * same probabilities over all blocks, and rows that stay in a processor's cache within one.
   */
  static final int DRAWN = 500;

  private final int negative;
  private final Optional<NegativeSampling> sampling;
  private final Optional<HuffmanTree> tree;
  private final int[] drawn = new int[DRAWN];
  private final Draws draws;
  private LearnedRows rows;
  private float alpha;
  private double loss;

  /**
   * @param sampling where there are negative samples
   * @param tree where there is a hierarchical softmax
   */
  OutputLayer(
      int negative, Optional<NegativeSampling> sampling, Optional<HuffmanTree> tree, Draws draws) {
    this.negative = negative;
    this.sampling = sampling;
    this.tree = tree;
    this.draws = draws;
  }

  /** A block of text begins. */
  void begin(LearnedRows blockRows, float blockAlpha) {
    rows = blockRows;
    alpha = blockAlpha;
    loss = 0;
    if (sampling.isPresent()) {
      for (int i = 0; i < DRAWN; i++) {
        drawn[i] = sampling.get().draw(draws);
      }
    }
  }

  /** What the predictions of the block have cost so far. */
  double loss() {
    return loss;
  }

  /**
   * Predicts a word, and changes what predicted it.
   *
   * @param hidden is read
   * @param error to it is added what would make hidden predict better
   */
  void learn(int word, float[] hidden, float[] error) {
    if (tree.isPresent()) {
      learnPath(tree.get().nodes(word), tree.get().turns(word), hidden, error);
    }
    if (negative > 0) {
      learnRow(rows.output(word), true, hidden, error);
      for (int i = 0; i < negative; i++) {
        int other = drawn[draws.below(DRAWN)];
        if (other != word) {
          learnRow(rows.output(other), false, hidden, error);
        }
      }
    }
  }

  private void learnRow(float[] row, boolean isThere, float[] hidden, float[] error) {
    float score = RowLoops.dot(hidden, row);
    loss += Sigmoid.loss(isThere ? score : -score);
    float step = ((isThere ? 1 : 0) - Sigmoid.of(score)) * alpha;
    RowLoops.learn(step, error, row, hidden);
  }

  /** A turn that is certain is left as it is, right or wrong, as in the original program. */
  private void learnPath(int[] nodes, byte[] turns, float[] hidden, float[] error) {
    for (int i = 0; i < nodes.length; i++) {
      float[] row = rows.node(nodes[i]);
      float score = RowLoops.dot(hidden, row);
      loss += Sigmoid.loss(turns[i] == 0 ? score : -score);
      if (score > -Sigmoid.END && score < Sigmoid.END) {
        float step = (1 - turns[i] - Sigmoid.of(score)) * alpha;
        RowLoops.learn(step, error, row, hidden);
      }
    }
  }
}
