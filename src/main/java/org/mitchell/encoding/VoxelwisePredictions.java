package org.mitchell.encoding;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
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
    if (options.spaces().stacked()) {
      return of(Stack.of(rawFeatures, options, chosen), images, workers);
    }
    return of(PenaltyPath.of(rawFeatures, options, chosen), images, workers);
  }

  /**
   * @param images words x voxels
   * @return words x voxels
   */
  public static double[][] of(PenaltyPath path, double[][] images, Workers workers) {
    int size = path.grid().spaces() > 1 ? BLOCK_OF_BANDS : BLOCK;
    return of(path.candidates(), size, images, workers);
  }

  private static double[][] of(Stack stack, double[][] images, Workers workers) {
    return of(
        BLOCK_OF_BANDS,
        images,
        workers,
        block -> {
          List<FoldVoxelErrors> errors =
              stack.paths().stream().map(p -> FoldVoxelErrors.of(p.candidates(), block)).toList();
          int[] columns = IntStream.range(0, block[0].length).toArray();
          return word -> {
            Stack.Choice choice = stack.choose(block, errors, columns, word);
            return stack.predict(block, columns, choice, word)[0];
          };
        });
  }

  private static double[][] of(
      Candidates candidates, int size, double[][] images, Workers workers) {
    return of(
        size,
        images,
        workers,
        block -> {
          FoldVoxelErrors errors = FoldVoxelErrors.of(candidates, block);
          int[] columns = IntStream.range(0, block[0].length).toArray();
          return word -> {
            int[] choice = errors.choose(columns, word);
            return candidates.predict(block, columns, choice, word)[0];
          };
        });
  }

  /**
   * @param size how many voxels are looked at together
   * @param models from the images of a block to what predicts each word there
   */
  private static double[][] of(
      int size,
      double[][] images,
      Workers workers,
      Function<double[][], IntFunction<double[]>> models) {
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
          IntFunction<double[]> model = models.apply(block);
          for (int word = 0; word < words; word++) {
            System.arraycopy(model.apply(word), 0, predicted[word], from, to - from);
          }
        });
    return predicted;
  }
}
