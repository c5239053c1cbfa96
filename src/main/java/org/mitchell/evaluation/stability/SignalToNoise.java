package org.mitchell.evaluation.stability;

import java.util.stream.IntStream;
import org.mitchell.fmri.Responses;
import org.mitchell.jobs.Heap;
import org.mitchell.text.Counted;

/**
 * How far a voxel's responses to words differ by more than the presentations of a word do: with the
 * mean squares MSB between words and MSW within words of a one-way analysis of variance, and n0 the
 * number of presentations of a word (of unequal numbers N, (sum N - sum N^2 / sum N) / (words -
 * 1)),
 *
 * <pre>
 * signal variance / noise variance = (MSB - MSW) / (n0 MSW).
 * </pre>
 */
public final class SignalToNoise {
  private final int voxels;
  private final int[] counts;

  /** The mean of every word's presentations and their summed squared deviations from it. */
  private final double[][] means;

  private final double[][] within;

  /**
   * @param responses to words that were presented twice or more often
   */
  public SignalToNoise(Responses responses) {
    this.voxels = responses.voxels();
    this.counts =
        IntStream.range(0, responses.stimuli().size()).map(responses::presentations).toArray();
    Heap.require(
        "%s: signal to noise of %s over %s"
            .formatted(
                responses.participant(),
                Counted.of(counts.length, "word"),
                Counted.of(voxels, "voxel")),
        responses.bytesInMemory() + 2L * Double.BYTES * counts.length * voxels,
        "fewer voxels");
    this.means = new double[counts.length][voxels];
    this.within = new double[counts.length][voxels];
    for (int w = 0; w < counts.length; w++) {
      addMean(responses, w);
      for (int p = 0; p < counts[w]; p++) {
        addSquares(responses.trial(w, p), means[w], within[w]);
      }
    }
  }

  /**
   * Of some of the words alone.
   *
   * @param words their numbers, two or more
   * @return a value a voxel, negative where words differ by less than noise would; NaN where
   *     presentations of words do not differ
   */
  public double[] of(int[] words) {
    double all = IntStream.of(words).map(w -> counts[w]).sum();
    double squares = IntStream.of(words).mapToDouble(w -> (double) counts[w] * counts[w]).sum();
    var grand = new double[voxels];
    var inWords = new double[voxels];
    for (int w : words) {
      for (int v = 0; v < voxels; v++) {
        grand[v] += counts[w] / all * means[w][v];
        inWords[v] += within[w][v];
      }
    }
    var between = new double[voxels];
    for (int w : words) {
      for (int v = 0; v < voxels; v++) {
        double deviation = means[w][v] - grand[v];
        between[v] += counts[w] * deviation * deviation;
      }
    }
    double typical = (all - squares / all) / (words.length - 1);
    var ratios = new double[voxels];
    for (int v = 0; v < voxels; v++) {
      double noise = inWords[v] / (all - words.length);
      ratios[v] =
          inWords[v] > 0
              ? (between[v] / (words.length - 1) - noise) / (typical * noise)
              : Double.NaN;
    }
    return ratios;
  }

  /** From the first presentation on, so that presentations which do not differ have it exactly. */
  private void addMean(Responses responses, int word) {
    float[] first = responses.trial(word, 0);
    for (int p = 1; p < counts[word]; p++) {
      float[] trial = responses.trial(word, p);
      for (int v = 0; v < voxels; v++) {
        means[word][v] += ((double) trial[v] - first[v]) / counts[word];
      }
    }
    for (int v = 0; v < voxels; v++) {
      means[word][v] += first[v];
    }
  }

  private static void addSquares(float[] trial, double[] mean, double[] sums) {
    for (int v = 0; v < sums.length; v++) {
      double deviation = trial[v] - mean[v];
      sums[v] += deviation * deviation;
    }
  }
}
