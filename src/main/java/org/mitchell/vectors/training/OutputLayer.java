package org.mitchell.vectors.training;

import java.util.Arrays;
import java.util.Optional;

/**
 * Predicts a word from hidden layers, and learns from what was wrong. Belongs to one thread.
 *
 * <p>The negative samples of a word are drawn once for all hidden layers that it is predicted from,
 * and those of a block of text from a few hundred words that are drawn for the block: the same
 * probabilities over a text as in the original program, which draws anew for each, and rows that
 * stay in a processor's cache.
 */
final class OutputLayer {
  private final int negative;
  private final Optional<HuffmanTree> tree;
  private DrawnBlock block;
  private float[][] targets = new float[1][];
  private boolean[] isSo = new boolean[1];
  private int samples;
  private int targetCount;
  private LearnedRows rows;
  private float alpha;
  private double loss;

  /**
   * @param tree where there is a hierarchical softmax
   */
  OutputLayer(int negative, Optional<HuffmanTree> tree) {
    this.negative = negative;
    this.tree = tree;
  }

  /** A block of text begins. */
  void begin(LearnedRows blockRows, float blockAlpha, DrawnBlock drawn) {
    block = drawn;
    rows = blockRows;
    alpha = blockAlpha;
    loss = 0;
  }

  /** Tells which rows predicting a word needs, but for negative samples. */
  void tellNeeded(int word, NeededRows needed) {
    if (negative > 0) {
      needed.output(word);
    }
    if (tree.isPresent()) {
      for (int node : tree.get().nodes(word)) {
        needed.node(node);
      }
    }
  }

  /** What the predictions of the block have cost so far. */
  double loss() {
    return loss;
  }

  /** What is to be predicted from now on. */
  void setWord(int word) {
    targetCount = 0;
    if (negative > 0) {
      addTarget(rows.output(word), true);
      for (int i = 0; i < negative; i++) {
        int other = block.drawSample();
        if (other != word) {
          addTarget(rows.output(other), false);
        }
      }
    }
    samples = targetCount;
    if (tree.isPresent()) {
      int[] nodes = tree.get().nodes(word);
      byte[] turns = tree.get().turns(word);
      for (int i = 0; i < nodes.length; i++) {
        addTarget(rows.node(nodes[i]), turns[i] == 0);
      }
    }
  }

  /**
   * Predicts the word, and changes what predicted it.
   *
   * @param hidden is read
   * @param error to it is added what would make hidden predict better
   */
  void learn(float[] hidden, float[] error) {
    for (int i = 0; i < targetCount; i++) {
      float score = RowLoops.dot(hidden, targets[i]);
      loss += Sigmoid.loss(isSo[i] ? score : -score);
      // A turn of the tree that is certain stays as it is, right or wrong: so does the original.
      if (i < samples || Math.abs(score) < Sigmoid.END) {
        float step = ((isSo[i] ? 1 : 0) - Sigmoid.of(score)) * alpha;
        RowLoops.learn(step, error, targets[i], hidden);
      }
    }
  }

  private void addTarget(float[] row, boolean so) {
    if (targetCount == targets.length) {
      targets = Arrays.copyOf(targets, 2 * targetCount);
      isSo = Arrays.copyOf(isSo, 2 * targetCount);
    }
    targets[targetCount] = row;
    isSo[targetCount++] = so;
  }
}
