package org.mitchell.encoding;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.mitchell.jobs.Workers;

/**
 * Every word's image as predicted by the model of all other words, whose penalty is chosen for each
 * voxel inside those other words.
 */
public final class VoxelwisePredictions {
  private static final int BLOCK = 1024;

  /** Bands have many more candidates, each with residuals of its own. */
  private static final int BLOCK_OF_BANDS = 256;

  private VoxelwisePredictions() {}

  /**
   * @param rawFeatures unscaled features, words x features
   * @param options with a penalty that is chosen
   * @param images words x voxels, without their mean
   * @return words x voxels
   * @throws java.util.NoSuchElementException if the penalty is given
   */
  public static double[][] of(
      double[][] rawFeatures, EncodingOptions options, double[][] images, Workers workers) {
    Penalty.Chosen chosen = options.penalty().chosen().orElseThrow();
    return of(PenaltyPath.of(rawFeatures, options, chosen), images, workers);
  }

  /**
   * @param images words x voxels
   * @return words x voxels
   */
  public static double[][] of(PenaltyPath path, double[][] images, Workers workers) {
    return of(path.candidates(), BLOCK, images, workers);
  }

  /** The same for bands of features. */
  public static double[][] of(BandedPath path, double[][] images, Workers workers) {
    return of(path.candidates(), BLOCK_OF_BANDS, images, workers);
  }

  /**
   * @param size how many voxels are looked at together
   */
  private static double[][] of(
      Candidates candidates, int size, double[][] images, Workers workers) {
    int words = images.length;
    int voxels = images[0].length;
    var predicted = new double[words][voxels];
    workers.forEach(
        (voxels + size - 1) / size,
        number -> {
          int from = number * size;
          int to = Math.min(voxels, from + size);
          double[][] block =
              Arrays.stream(images)
                  .map(row -> Arrays.copyOfRange(row, from, to))
                  .toArray(double[][]::new);
          int[] columns = IntStream.range(0, to - from).toArray();
          FoldVoxelErrors errors = FoldVoxelErrors.of(candidates, block);
          for (int word = 0; word < words; word++) {
            int[] choice = errors.choose(columns, word);
            double[] row = candidates.predict(block, columns, choice, word)[0];
            System.arraycopy(row, 0, predicted[word], from, row.length);
          }
        });
    return predicted;
  }
}
