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
  private final Optional<NegativeSampling> sampling;
  private final OutputLayer outputs;
  private final float[][] around;
  private final float[] hidden;
  private final float[] error;
  private DrawnBlock block;
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
    this.sampling = sampling;
    this.outputs = new OutputLayer(options.negative(), tree);
    this.around = new float[2 * options.window()][];
    this.hidden = new float[options.size()];
    this.error = new float[options.size()];
  }

  /**
   * Draws what can be drawn before a block is learned.
   *
   * @param text words by their numbers, and {@link EncodedText#END} where a sentence ends
   * @param length how many of them there are
   * @param number of the block, for its random numbers
   */
  void draw(int[] text, int length, int epoch, long number, DrawnBlock into) {
    into.begin(options.seed(), epoch, number);
    into.keep(text, length, subsampling);
    if (sampling.isPresent()) {
      into.sample(length, sampling.get());
    }
  }

  /** Tells which rows learning from a block reads and writes. */
  void tellNeeded(DrawnBlock drawn, NeededRows needed) {
    for (int i = 0; i < drawn.length(); i++) {
      int word = drawn.words()[i];
      if (word != EncodedText.END) {
        needed.input(word);
        outputs.tellNeeded(word, needed);
      }
    }
    for (int i = 0; i < drawn.sampleCount(); i++) {
      needed.output(drawn.samples()[i]);
    }
  }

  /**
   * Learns from one block.
   *
   * @param done how much of the whole training is done, 0 to 1
   */
  Loss learn(DrawnBlock drawn, double done, LearnedRows blockRows) {
    block = drawn;
    rows = blockRows;
    outputs.begin(blockRows, options.alpha(done), drawn);
    predictions = 0;
    int[] words = drawn.words();
    int start = 0;
    for (int i = 0; i < drawn.length(); i++) {
      if (words[i] == EncodedText.END) {
        learn(words, start, i);
        start = i + 1;
      } else if (i + 1 - start == LONGEST_SENTENCE) {
        learn(words, start, i + 1);
        start = i + 1;
      }
    }
    learn(words, start, drawn.length());
    return new Loss(outputs.loss(), predictions);
  }

  /** Learns from the words of one sentence. */
  private void learn(int[] words, int start, int end) {
    for (int middle = start; middle < end; middle++) {
      int reach = options.window() - block.drawShrinkage(options.window());
      int from = Math.max(start, middle - reach);
      int to = middle + Math.min(end - 1 - middle, reach);
      if (options.architecture() == Architecture.CBOW) {
        learnFromMean(words, from, middle, to);
      } else {
        learnFromEach(words, from, middle, to);
      }
    }
  }

  private void learnFromEach(int[] words, int from, int middle, int to) {
    outputs.setWord(words[middle]);
    for (int i = from; i <= to; i++) {
      if (i != middle) {
        float[] input = rows.input(words[i]);
        Arrays.fill(error, 0);
        outputs.learn(input, error);
        RowLoops.add(input, error);
        predictions++;
      }
    }
  }

  /** The error goes undivided to each word that is part of the mean. */
  private void learnFromMean(int[] words, int from, int middle, int to) {
    if (to == from) {
      return;
    }
    Arrays.fill(hidden, 0);
    int count = 0;
    for (int i = from; i <= to; i++) {
      if (i != middle) {
        around[count] = rows.input(words[i]);
        RowLoops.add(hidden, around[count++]);
      }
    }
    RowLoops.scale(hidden, 1f / count);
    Arrays.fill(error, 0);
    outputs.setWord(words[middle]);
    outputs.learn(hidden, error);
    for (int i = 0; i < count; i++) {
      RowLoops.add(around[i], error);
    }
    predictions++;
  }
}
