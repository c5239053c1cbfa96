package org.mitchell.simulation;

import org.apache.commons.math3.random.RandomGenerator;
import org.mitchell.fmri.VoxelGrid;
import org.mitchell.random.RandomStreams;
import org.mitchell.random.RandomStreams.Purpose;

/**
 * Signatures that gather in a few territories of the brain, as measured ones do: the features of a
 * territory have their bumps near to each other, and the rest of the brain has nothing planted.
 *
 * <p>The territories lie about where studies of nouns found the areas of movement, of taste and of
 * places; what is planted in them is drawn by chance, and says nothing of real brains.
 */
public final class SmoothSignatures {
  private static final double FWHM = 22;

  /** How far the bumps of a territory scatter, sd in mm along each axis. */
  private static final double SCATTER = 5;

  /** Centres in mm. */
  private static final double[][] TERRITORIES = {
    {-42, -26, 52}, {-48, 22, 12}, {46, 14, 4}, {-30, -52, -12}, {30, -54, -10}, {20, -86, 10},
  };

  private final VoxelGrid grid;
  private final long seed;

  public SmoothSignatures(VoxelGrid grid, long seed) {
    this.grid = grid;
    this.seed = seed;
  }

  /**
   * The signature of a feature: two bumps, one up and one in either direction, in two territories.
   *
   * @param feature its number from 0
   * @return a value a voxel column, up to the gain that all signatures share
   */
  public double[] of(int feature) {
    RandomGenerator random = new RandomStreams(seed).stream(Purpose.SIGNATURE, feature, 0);
    int first = feature % TERRITORIES.length;
    int further = 1 + (feature / TERRITORIES.length) % (TERRITORIES.length - 1);
    double sign = random.nextBoolean() ? 1 : -1;
    var image = new double[grid.columns()];
    near(first, 1, random).addTo(image, grid);
    near((first + further) % TERRITORIES.length, sign, random).addTo(image, grid);
    return image;
  }

  private static Blob near(int territory, double peak, RandomGenerator random) {
    double[] centre = TERRITORIES[territory];
    return new Blob(
        centre[0] + SCATTER * random.nextGaussian(),
        centre[1] + SCATTER * random.nextGaussian(),
        centre[2] + SCATTER * random.nextGaussian(),
        FWHM,
        peak);
  }
}
