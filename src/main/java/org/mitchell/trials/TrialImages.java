package org.mitchell.trials;

import java.util.stream.IntStream;
import org.mitchell.jobs.Workers;

/**
 * Trial images, trials x voxels, in percent of each voxel's mean over its run: the weights of the
 * trials times the frames.
 */
public final class TrialImages {
  private TrialImages() {}

  /**
   * By the noise model of the method.
   *
   * @param series frames x voxels
   * @return trials x voxels; NaN throughout for a voxel whose mean is 0
   * @throws org.mitchell.files.InputException if trials cannot be told apart once the frames are
   *     rid of the noise's correlation
   */
  public static Made of(TrialModel model, float[][] series, Workers workers) {
    return switch (model.method().noise()) {
      case OLS -> new Made(of(model.weights(), series, workers), NoiseShares.NONE);
      case AR1 -> prewhitened(model, series, workers);
    };
  }

  /**
   * Images, and what was found of the noise.
   *
   * @param images trials x voxels
   * @param noise empty where frames are taken as independent
   */
  public record Made(float[][] images, NoiseShares noise) {}

  private static float[][] of(TrialWeights weights, float[][] series, Workers workers) {
    var images = new float[weights.trials()][series[0].length];
    VoxelSlab.forEach(series, workers, slab -> slab.into(images, weights, (trial, voxel) -> true));
    return images;
  }

  /** Voxels whose noise is alike are solved together, whatever order they stand in. */
  private static Made prewhitened(TrialModel model, float[][] series, Workers workers) {
    NoiseShares shares = NoiseShares.of(model, series, workers);
    var images = new float[model.own().length][series[0].length];
    int[] levels = shares.levels();
    int width = VoxelSlab.width(series.length);
    workers.forEach(
        levels.length,
        level -> {
          TrialWeights weights = model.weights(NoiseShares.noise(levels[level]));
          int[] alike = shares.voxelsAt(levels[level]);
          for (int from = 0; from < alike.length; from += width) {
            int[] some =
                IntStream.range(from, Math.min(alike.length, from + width))
                    .map(v -> alike[v])
                    .toArray();
            new VoxelSlab(series, some)
                .into(images, weights, (trial, voxel) -> shares.at(trial, voxel) == levels[level]);
          }
        });
    return new Made(images, shares);
  }
}
