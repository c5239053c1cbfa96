package org.mitchell.fmri;

/**
 * The image of each word: the mean over its presentations (Mitchell et al. 2008), words x voxels,
 * in the unit of the responses.
 */
public final class WordImages implements VoxelRows {
  private final double[][] rows;

  private WordImages(double[][] rows) {
    this.rows = rows;
  }

  /** The mean over all presentations of each word, those beyond the common number included. */
  public static WordImages of(Responses responses) {
    return new WordImages(new PresentationMeans(responses).block(0, responses.voxels()));
  }

  /** The same images with the mean over all words removed from each, voxel by voxel. */
  @Override
  public WordImages withoutMean() {
    return new WordImages(VoxelRows.held(rows).withoutMean().block(0, voxels()));
  }

  public int words() {
    return rows.length;
  }

  @Override
  public int count() {
    return rows.length;
  }

  @Override
  public int voxels() {
    return rows[0].length;
  }

  @Override
  public double[][] block(int from, int to) {
    return VoxelRows.held(rows).block(from, to);
  }

  @Override
  public double[][] at(int[] columns) {
    return VoxelRows.held(rows).at(columns);
  }

  /**
   * A word's image, a value a voxel. This is the array itself, not a copy: it must not be changed.
   */
  public double[] row(int word) {
    return rows[word];
  }

  /** All images, words x voxels: the arrays themselves, which must not be changed. */
  public double[][] rows() {
    return rows.clone();
  }

  /** Whether a voxel's value is the same for all words, exactly. */
  public boolean constant(int voxel) {
    return VoxelRows.constant(rows, voxel);
  }
}
