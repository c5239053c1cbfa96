package org.mitchell.encoding;

import java.util.Arrays;
import org.mitchell.jobs.Workers;

/**
 * Images of words, made while signatures are gone over: each is the sum of the signatures times the
 * word's features. A value a word and voxel is held, and a few signatures.
 *
 * <p>Every value is summed in the order of the features, so that it is the same to the last bit for
 * any number of words, voxels and threads.
 */
final class SignatureSums implements Signatures.Visitor {
  /** As many as are added together ({@link RowCombinations}). */
  private static final int TOGETHER = 4;

  private static final int BLOCK = 1024;

  /** All on the calling thread. */
  static final Sharing ALONE =
      (pieces, piece) -> {
        for (int number = 0; number < pieces; number++) {
          piece.run(number);
        }
      };

  private final double[][] features;
  private final Sharing sharing;
  private final double[][] sums;
  private final double[][] rows;
  private int there;

  /** Who adds up which voxels. */
  @FunctionalInterface
  interface Sharing {
    void forEach(int pieces, Workers.Piece piece);
  }

  /**
   * @param features scaled, words x features
   */
  SignatureSums(double[][] features, int voxels, Sharing sharing) {
    this.features = features;
    this.sharing = sharing;
    this.sums = new double[features.length][voxels];
    this.rows = new double[TOGETHER][voxels];
  }

  @Override
  public void visit(int feature, float[] signature) {
    double[] row = rows[there++];
    for (int v = 0; v < row.length; v++) {
      row[v] = signature[v];
    }
    if (there == TOGETHER) {
      add(feature + 1);
    }
  }

  /**
   * The images, words x voxels, when all signatures have been visited. They are the arrays
   * themselves.
   */
  double[][] images() {
    add(features.length == 0 ? 0 : features[0].length);
    return sums;
  }

  /**
   * Adds those that are there.
   *
   * @param end the number of the feature behind them
   */
  private void add(int end) {
    int from = end - there;
    var weights = new double[features.length][];
    for (int w = 0; w < weights.length; w++) {
      weights[w] = Arrays.copyOfRange(features[w], from, end);
    }
    int voxels = rows[0].length;
    sharing.forEach(
        (voxels + BLOCK - 1) / BLOCK,
        block -> {
          int first = block * BLOCK;
          for (int w = 0; w < weights.length; w++) {
            RowCombinations.combine(
                weights[w], 0, rows, sums[w], first, Math.min(voxels, first + BLOCK));
          }
        });
    there = 0;
  }
}
