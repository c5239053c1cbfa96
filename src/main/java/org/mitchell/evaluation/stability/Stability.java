package org.mitchell.evaluation.stability;

import java.util.List;
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
    return without(List.of(new int[] {word}), responses, workers)[0];
  }

  /** As {@link #without}, for every word of the responses in turn: words x voxels. */
  public static double[][] withoutEach(Responses responses, Workers workers) {
    List<int[]> words =
        IntStream.range(0, responses.stimuli().size()).mapToObj(w -> new int[] {w}).toList();
    return without(words, responses, workers);
  }

  /**
   * As {@link #overAllWords}, without the words of each fold in turn: what a model that is to
   * predict those words may know.
   *
   * @param folds the numbers of the words that each leaves out, of no word twice; at least two
   *     other words must be left
   * @return folds x voxels
   */
  public static double[][] without(List<int[]> folds, Responses responses, Workers workers) {
    int presentations = requirePresentations(responses);
    int voxels = responses.voxels();
    var stability = new double[folds.size()][voxels];
    int[] columns = IntStream.range(0, voxels).toArray();
    workers.forEach(
        blocks(voxels),
        b -> {
          int from = b * StabilityBlock.SIZE;
          var block = new StabilityBlock(responses, columns, from, presentations);
          var without = new StabilityWithout(block);
          for (int f = 0; f < stability.length; f++) {
            int[] leftOut = folds.get(f);
            without.stability(leftOut);
            for (int v = 0; v < block.filled(); v++) {
              stability[f][from + v] =
                  without.fragile(v)
                      ? ExactStability.of(responses, from + v, presentations, leftOut)
                      : without.stability(v);
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
