package org.mitchell.fmri;

/**
 * The image of each word: the mean over its presentations (Mitchell et al. 2008), words x voxels,
 * in the unit of the responses.
 */
public final class WordImages {
  private final double[][] rows;

  private WordImages(double[][] rows) {
    this.rows = rows;
  }

  /** The mean over all presentations of each word, those beyond the common number included. */
  public static WordImages of(Responses responses) {
    var rows = new double[responses.stimuli().size()][];
    for (int word = 0; word < rows.length; word++) {
      rows[word] = meanOverPresentations(responses, word);
    }
    return new WordImages(rows);
  }

  /** The same images with the mean over all words removed from each, voxel by voxel. */
  public WordImages withoutMean() {
    double[] mean = mean();
    var centred = new double[rows.length][];
    for (int word = 0; word < rows.length; word++) {
      centred[word] = rows[word].clone();
      for (int v = 0; v < mean.length; v++) {
        centred[word][v] -= mean[v];
      }
    }
    return new WordImages(centred);
  }

  /**
   * The images of some of the words.
   *
   * @param words their numbers, in the order wanted
   */
  public WordImages select(int[] words) {
    var some = new double[words.length][];
    for (int w = 0; w < some.length; w++) {
      some[w] = rows[words[w]];
    }
    return new WordImages(some);
  }

  /** The length of the longest image. */
  public double longest() {
    double longest = 0;
    for (double[] row : rows) {
      double squares = 0;
      for (double value : row) {
        squares += value * value;
      }
      longest = Math.max(longest, squares);
    }
    return Math.sqrt(longest);
  }

  /** The mean over words: a value a voxel. */
  public double[] mean() {
    var mean = new double[voxels()];
    for (double[] row : rows) {
      for (int v = 0; v < mean.length; v++) {
        mean[v] += row[v];
      }
    }
    for (int v = 0; v < mean.length; v++) {
      mean[v] /= rows.length;
    }
    return mean;
  }

  public int words() {
    return rows.length;
  }

  public int voxels() {
    return rows[0].length;
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
    for (double[] row : rows) {
      if (row[voxel] != rows[0][voxel]) {
        return false;
      }
    }
    return true;
  }

  private static double[] meanOverPresentations(Responses responses, int word) {
    var mean = new double[responses.voxels()];
    int presentations = responses.presentations(word);
    for (int p = 0; p < presentations; p++) {
      float[] trial = responses.trial(word, p);
      for (int v = 0; v < mean.length; v++) {
        mean[v] += trial[v];
      }
    }
    for (int v = 0; v < mean.length; v++) {
      mean[v] /= presentations;
    }
    return mean;
  }
}
