package org.mitchell.vectors.training;

import java.util.Arrays;
import java.util.Optional;

/**
 * Learns from blocks of text, one after the other. Belongs to one thread.
 *
 * <p>Frequent words are left out at random; what is left are sentences of at most 1,000 words. Each
 * word in turn is the one in the middle of a window that is shrunk at random.
 */
final class Learner {
  /** As in the original program. */
  static final int LONGEST_SENTENCE = 1000;

  private final TrainingOptions options;
  private final Subsampling subsampling;
  private final Draws draws = new Draws();
  private final OutputLayer outputs;
  private final int[] sentence = new int[LONGEST_SENTENCE];
  private final float[] hidden;
  private final float[] error;
  private LearnedRows rows;
  private long predictions;

  /**
   * @param sampling where there are negative samples
   * @param tree where there is a hierarchical softmax
   */
  Learner(
      TrainingOptions options,
      Subsampling subsampling,
      Optional<NegativeSampling> sampling,
      Optional<HuffmanTree> tree) {
    this.options = options;
    this.subsampling = subsampling;
    this.outputs = new OutputLayer(options.negative(), sampling, tree, draws);
    this.hidden = new float[options.size()];
    this.error = new float[options.size()];
  }

  /**
   * Learns from one block.
   *
   * @param text words by their numbers, and {@link EncodedText#END} where a sentence ends
   * @param length how many of them there are
   * @param block the number of the block, for its random numbers
   * @param done how much of the whole training is done, 0 to 1
   */
  Loss learn(int[] text, int length, int epoch, long block, double done, LearnedRows blockRows) {
    draws.begin(options.seed(), epoch, block);
    outputs.begin(blockRows, options.alpha(done), length);
    rows = blockRows;
    predictions = 0;
    int kept = 0;
    for (int i = 0; i < length; i++) {
      int word = text[i];
      if (word == EncodedText.END) {
        learn(kept);
        kept = 0;
      } else if (draws.fraction() < subsampling.kept(word)) {
        sentence[kept++] = word;
        if (kept == LONGEST_SENTENCE) {
          learn(kept);
          kept = 0;
        }
      }
    }
    learn(kept);
    return new Loss(outputs.loss(), predictions);
  }

  /** Learns from the first {@code length} words of the sentence. */
  private void learn(int length) {
    for (int middle = 0; middle < length; middle++) {
      int reach = options.window() - draws.below(options.window());
      int from = Math.max(0, middle - reach);
      int to = middle + Math.min(length - 1 - middle, reach);
      if (options.architecture() == Architecture.CBOW) {
        learnFromMean(from, middle, to);
      } else {
        learnFromEach(from, middle, to);
      }
    }
  }

  private void learnFromEach(int from, int middle, int to) {
    outputs.setWord(sentence[middle]);
    for (int i = from; i <= to; i++) {
      if (i != middle) {
        float[] input = rows.input(sentence[i]);
        Arrays.fill(error, 0);
        outputs.learn(input, error);
        RowLoops.add(input, error);
        predictions++;
      }
    }
  }

  /** The error goes undivided to each word that is part of the mean. */
  private void learnFromMean(int from, int middle, int to) {
    if (to == from) {
      return;
    }
    Arrays.fill(hidden, 0);
    for (int i = from; i <= to; i++) {
      if (i != middle) {
        RowLoops.add(hidden, rows.input(sentence[i]));
      }
    }
    RowLoops.scale(hidden, 1f / (to - from));
    Arrays.fill(error, 0);
    outputs.setWord(sentence[middle]);
    outputs.learn(hidden, error);
    for (int i = from; i <= to; i++) {
      if (i != middle) {
        RowLoops.add(rows.input(sentence[i]), error);
      }
    }
    predictions++;
  }
}
