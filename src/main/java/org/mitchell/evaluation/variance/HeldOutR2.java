package org.mitchell.evaluation.variance;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.mitchell.encoding.InnerProducts;
import org.mitchell.encoding.Penalty;
import org.mitchell.encoding.PenaltyPath;
import org.mitchell.encoding.RowCombinations;
import org.mitchell.encoding.VoxelwisePredictions;
import org.mitchell.jobs.Workers;

/**
 * How well models predict each of some words from all others: R2 = 1 - SSE / SST with SST against
 * the training words' mean image.
 */
final class HeldOutR2 {
  private final double[][] images;
  private final Penalty.Per per;
  private final List<int[]> selected;
  private final double[][] products;
  private final Workers workers;

  /**
   * @param images the word images without their mean, words x voxels
   * @param selected for every word the voxels that are selected without it; empty for all voxels
   */
  HeldOutR2(double[][] images, Penalty.Per per, List<int[]> selected, Workers workers) {
    this.images = images;
    this.per = per;
    this.selected = selected;
    this.workers = workers;
    boolean ofAll = per == Penalty.Per.GLOBAL && selected.isEmpty();
    this.products = ofAll ? InnerProducts.of(images, allVoxels()) : new double[0][0];
  }

  /**
   * R2 of one kind of model.
   *
   * @param voxels a value a voxel
   * @param pooled over all voxels: 1 - sum of SSE / sum of SST
   * @param selected likewise over the selected voxels of every word; NaN where none are
   */
  record R2(double[] voxels, double pooled, double selected) {}

  R2 of(PenaltyPath path) {
    return switch (per) {
      case GLOBAL -> of(List.of(path)).get(0);
      case VOXEL -> ofResiduals(residualsByVoxel(path));
    };
  }

  /** R2 of several kinds of models that have one penalty a word. */
  List<R2> of(List<PenaltyPath> paths) {
    return residualOperators(paths).stream()
        .map(operator -> ofResiduals(RowCombinations.of(operator, images, workers)))
        .toList();
  }

  private R2 ofResiduals(double[][] residuals) {
    // Images without their mean deviate from the mean of the other words n / (n - 1) times as much.
    double words = images.length;
    double farther = words / (words - 1);
    double[] sse = sumsOfSquares(residuals);
    double[] sst = sumsOfSquares(images);
    var r2 = new double[sse.length];
    Arrays.setAll(r2, v -> 1 - sse[v] / (sst[v] * farther * farther));
    double pooled = 1 - Arrays.stream(sse).sum() / (Arrays.stream(sst).sum() * farther * farther);
    double errors = sumOfSelected(residuals);
    double total = sumOfSelected(images) * farther * farther;
    return new R2(r2, pooled, 1 - errors / total);
  }

  /** The words x words matrices that take images to what each word's models leave of them. */
  private List<double[][]> residualOperators(List<PenaltyPath> paths) {
    List<double[][]> operators = paths.stream().map(path -> new double[images.length][]).toList();
    workers.forEach(
        images.length,
        word -> {
          double[][] own =
              selected.isEmpty() ? products : InnerProducts.of(images, selected.get(word));
          for (int p = 0; p < paths.size(); p++) {
            operators.get(p)[word] = residual(paths.get(p), word, own);
          }
        });
    return operators;
  }

  private static double[] residual(PenaltyPath path, int word, double[][] products) {
    int choice = path.errorsWithout(word).choose(products);
    double[] row = path.at(choice).weights(word)[0];
    for (int w = 0; w < row.length; w++) {
      row[w] = (w == word ? 1 : 0) - row[w];
    }
    return row;
  }

  private double[][] residualsByVoxel(PenaltyPath path) {
    double[][] residuals = VoxelwisePredictions.of(path, images, workers);
    for (int w = 0; w < residuals.length; w++) {
      for (int v = 0; v < residuals[w].length; v++) {
        residuals[w][v] = images[w][v] - residuals[w][v];
      }
    }
    return residuals;
  }

  private int[] allVoxels() {
    return IntStream.range(0, images[0].length).toArray();
  }

  /** A sum over rows a column. */
  static double[] sumsOfSquares(double[][] rows) {
    var sums = new double[rows[0].length];
    for (double[] row : rows) {
      for (int v = 0; v < sums.length; v++) {
        sums[v] += row[v] * row[v];
      }
    }
    return sums;
  }

  private double sumOfSelected(double[][] rows) {
    double sum = 0;
    for (int w = 0; w < selected.size(); w++) {
      for (int v : selected.get(w)) {
        sum += rows[w][v] * rows[w][v];
      }
    }
    return sum;
  }
}
