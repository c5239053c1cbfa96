package org.mitchell.encoding;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.mitchell.fmri.VoxelRows;
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
   * What takes the images of all words on some voxels, words x voxels, to their predictions there.
   * Images are without their mean. Safe for several threads.
   *
   * @param rawFeatures unscaled features, words x features
   * @param options with a penalty that is chosen
   * @throws java.util.NoSuchElementException if the penalty is given
   */
  public static UnaryOperator<double[][]> of(double[][] rawFeatures, EncodingOptions options) {
    Penalty.Chosen chosen = options.penalty().chosen().orElseThrow();
    Models models =
        options.spaces().stacked()
            ? models(Stack.of(rawFeatures, options, chosen))
            : models(PenaltyPath.of(rawFeatures, options, chosen));
    return images -> {
      var predicted = new double[images.length][images[0].length];
      for (int block = 0; block < models.blocks(images); block++) {
        models.predict(images, block, predicted);
      }
      return predicted;
    };
  }

  /**
   * @param images of all words, words x voxels
   * @return words x voxels
   */
  public static double[][] of(PenaltyPath path, double[][] images, Workers workers) {
    Models models = models(path);
    var predicted = new double[images.length][images[0].length];
    workers.forEach(models.blocks(images), block -> models.predict(images, block, predicted));
    return predicted;
  }

  private static Models models(PenaltyPath path) {
    Candidates candidates = path.candidates();
    return new Models(
        path.grid().spaces() > 1 ? BLOCK_OF_BANDS : BLOCK,
        block -> {
          FoldVoxelErrors errors = FoldVoxelErrors.of(candidates, block);
          int[] columns = IntStream.range(0, block[0].length).toArray();
          return word -> {
            int[] choice = errors.choose(columns, word);
            return candidates.predict(block, columns, choice, word)[0];
          };
        });
  }

  private static Models models(Stack stack) {
    return new Models(
        BLOCK_OF_BANDS,
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

  /**
   * @param size how many voxels are looked at together
   * @param models from the images of a block to what predicts each word there
   */
  private record Models(int size, Function<double[][], IntFunction<double[]>> models) {
    int blocks(double[][] images) {
      return (images[0].length + size - 1) / size;
    }

    void predict(double[][] images, int number, double[][] predicted) {
      int from = number * size;
      int to = Math.min(images[0].length, from + size);
      IntFunction<double[]> model = models.apply(VoxelRows.held(images).block(from, to));
      for (int word = 0; word < images.length; word++) {
        System.arraycopy(model.apply(word), 0, predicted[word], from, to - from);
      }
    }
  }
}
