package org.mitchell.evaluation.stability;

import java.util.stream.IntStream;
import org.mitchell.fmri.Responses;
import org.mitchell.jobs.Workers;

/**
 * How reproducible each voxel's response pattern is: the mean over all pairs of presentations of
 * the Pearson correlation, across words, of its responses (Mitchell et al. 2008). With unequal
 * numbers of presentations the first m of each word are used, m the smallest number.
 */
public final class Stability {
  private Stability() {}

  /**
   * @return a value a voxel; NaN where a voxel is constant in some presentation
   * @throws IllegalArgumentException if a word was presented only once
   */
  public static double[] overAllWords(Responses responses, Workers workers) {
    int presentations = requirePresentations(responses);
    var stability = new double[responses.voxels()];
    int[] columns = IntStream.range(0, stability.length).toArray();
    workers.forEach(
        blocks(stability.length),
        b -> {
          int from = b * StabilityBlock.SIZE;
          var block = new StabilityBlock(responses, columns, from, presentations);
          for (int v = 0; v < block.filled(); v++) {
            stability[from + v] = block.stability(v);
          }
        });
    return stability;
  }

  /**
   * As {@link #overAllWords}, without one word: what a model that is to predict that word may know.
   */
  public static double[] without(int word, Responses responses, Workers workers) {
    return without(new int[] {word}, responses, workers)[0];
  }

  /** As {@link #without}, for every word of the responses in turn: words x voxels. */
  public static double[][] withoutEach(Responses responses, Workers workers) {
    int[] words = IntStream.range(0, responses.stimuli().size()).toArray();
    return without(words, responses, workers);
  }

  private static double[][] without(int[] words, Responses responses, Workers workers) {
    int presentations = requirePresentations(responses);
    var stability = new double[words.length][responses.voxels()];
    int[] columns = IntStream.range(0, responses.voxels()).toArray();
    workers.forEach(
        blocks(columns.length),
        b -> {
          int from = b * StabilityBlock.SIZE;
          var block = new StabilityBlock(responses, columns, from, presentations);
          boolean[] fragile = block.fragile();
          var scratch = new StabilityBlock.Scratch(presentations);
          var values = new double[StabilityBlock.SIZE];
          for (int i = 0; i < words.length; i++) {
            block.stability(words[i], -1, scratch, values, 0);
            for (int v = 0; v < block.filled(); v++) {
              stability[i][from + v] =
                  fragile[v]
                      ? ExactStability.of(responses, from + v, presentations, words[i], -1)
                      : values[v];
              if (block.undefined(v)) {
                stability[i][from + v] = Double.NaN;
              }
            }
          }
        });
    return stability;
  }

  static int blocks(int columns) {
    return (columns + StabilityBlock.SIZE - 1) / StabilityBlock.SIZE;
  }

  static int requirePresentations(Responses responses) {
    int presentations = responses.commonPresentations();
    if (presentations < 2) {
      throw new IllegalArgumentException(
          "stability needs at least two presentations of every word");
    }
    return presentations;
  }
}
