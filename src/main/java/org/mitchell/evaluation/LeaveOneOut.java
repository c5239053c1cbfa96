package org.mitchell.evaluation;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.mitchell.encoding.EncodingOptions;
import org.mitchell.encoding.HeldOutModels;
import org.mitchell.encoding.Preset;
import org.mitchell.encoding.RowCombinations;
import org.mitchell.fmri.WordImages;
import org.mitchell.jobs.Workers;

/** The image of one word by the model of all other words, beside the image that was observed. */
public final class LeaveOneOut {
  private LeaveOneOut() {}

  /**
   * Two images of one word as deviations from the same mean image, a value a voxel: in preset paper
   * from the mean over all words, in preset strict from the mean over the training words.
   */
  public record Images(double[] predicted, double[] observed) {}

  /** As below; a single penalty that is to be chosen is that of the errors of all voxels. */
  public static Images predict(
      int word,
      WordImages images,
      double[][] rawFeatures,
      EncodingOptions options,
      Workers workers) {
    int[] all = IntStream.range(0, images.voxels()).toArray();
    return predict(word, images, rawFeatures, options, all, workers);
  }

  /**
   * @param word number of the held-out word
   * @param images the images of all words, words x voxels; whether their mean was removed makes no
   *     difference
   * @param rawFeatures unscaled features, words x features
   * @param compared the voxels by whose errors a single penalty is chosen, where it is to be
   */
  public static Images predict(
      int word,
      WordImages images,
      double[][] rawFeatures,
      EncodingOptions options,
      int[] compared,
      Workers workers) {
    // A shift of all images shifts prediction and training mean alike: removing the mean first only
    // saves digits.
    double[][] rows = images.withoutMean().rows();
    double[] mean = meanWeights(word, rows.length, options.preset());
    double[] predicted =
        HeldOutModels.of(rawFeatures, options).predict(word, rows, mean, compared, workers);
    var observed = new double[rows.length];
    for (int w = 0; w < observed.length; w++) {
      observed[w] = (w == word ? 1 : 0) - mean[w];
    }
    return new Images(predicted, RowCombinations.of(new double[][] {observed}, rows, workers)[0]);
  }

  private static double[] meanWeights(int word, int words, Preset preset) {
    var weights = new double[words];
    if (preset == Preset.STRICT) {
      Arrays.fill(weights, 1.0 / (words - 1));
      weights[word] = 0;
    }
    return weights;
  }
}
