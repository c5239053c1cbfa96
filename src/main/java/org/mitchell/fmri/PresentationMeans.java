package org.mitchell.fmri;

import java.util.function.Function;

/**
 * The image of each word, the mean over its presentations (Mitchell et al. 2008), in the unit of
 * the responses: made of some voxels at a time, whenever they are asked for. {@link WordImages}
 * holds those of all voxels.
 *
 * @param responses of the words, in their order
 */
public record PresentationMeans(Responses responses) implements VoxelRows {
  @Override
  public int count() {
    return responses.stimuli().size();
  }

  @Override
  public int voxels() {
    return responses.voxels();
  }

  @Override
  public double[][] block(int from, int to) {
    var values = new float[to - from];
    return means(
        values.length,
        trial -> {
          trial.copy(from, values.length, values);
          return values;
        });
  }

  @Override
  public double[][] at(int[] columns) {
    return means(columns.length, trial -> trial.at(columns));
  }

  /** Over all presentations of each word, those beyond the common number included. */
  private double[][] means(int voxels, Function<TrialValues, float[]> part) {
    var means = new double[count()][voxels];
    for (int word = 0; word < means.length; word++) {
      int presentations = responses.presentations(word);
      for (int p = 0; p < presentations; p++) {
        add(part.apply(responses.values(word, p)), means[word]);
      }
      for (int v = 0; v < voxels; v++) {
        means[word][v] /= presentations;
      }
    }
    return means;
  }

  private static void add(float[] values, double[] sum) {
    for (int v = 0; v < sum.length; v++) {
      sum[v] += values[v];
    }
  }
}
