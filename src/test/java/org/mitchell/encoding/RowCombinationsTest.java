package org.mitchell.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mitchell.jobs.Workers;

class RowCombinationsTest {
  @ParameterizedTest
  @CsvSource({"1, 1, 1", "2, 3, 7", "3, 4, 1023", "1, 5, 1024", "4, 60, 1025", "2, 7, 5000"})
  void theyAreTheMatrixProductForAnyNumberOfThreads(int rows, int words, int voxels) {
    double[][] matrix = normal(rows, words);
    double[][] images = normal(words, voxels);
    var product = CommonOps_DDRM.mult(new DMatrixRMaj(matrix), new DMatrixRMaj(images), null);
    double[][] one = of(matrix, images, 1);
    assertThat(one).hasDimensions(rows, voxels);
    assertThat(Arrays.stream(one).flatMapToDouble(Arrays::stream).toArray())
        .containsExactly(product.getData(), within(1e-12));
    assertThat(of(matrix, images, 2)).isDeepEqualTo(one);
    assertThat(of(matrix, images, 5)).isDeepEqualTo(one);
  }

  private static double[][] of(double[][] matrix, double[][] images, int threads) {
    try (var workers = new Workers(threads)) {
      return RowCombinations.of(matrix, images, workers);
    }
  }

  private static double[][] normal(int rows, int columns) {
    var random = new Random(rows * 31L + columns);
    var values = new double[rows][columns];
    for (double[] row : values) {
      Arrays.setAll(row, c -> random.nextGaussian());
    }
    return values;
  }
}
