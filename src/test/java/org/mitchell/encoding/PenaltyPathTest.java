package org.mitchell.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mitchell.fmri.VoxelRows;
import org.mitchell.jobs.Workers;

/** Leave-one-out errors in closed form against refitting every model. */
class PenaltyPathTest {
  private static final double CLOSE = 1e-9;

  static Stream<PenaltyCases.Case> cases() {
    return PenaltyCases.all();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyVoxelsErrorsAreThoseOfRefitting(PenaltyCases.Case each) {
    PenaltyPath path = each.path();
    each.folds()
        .forEach(
            fold -> {
              double[][] expected = fold.errors();
              double[][] actual = errors(path, each.images(), 2, fold.heldOut());
              for (int k = 0; k < expected.length; k++) {
                for (int v = 0; v < expected[k].length; v++) {
                  assertThat(actual[k][v])
                      .as("held out %s, penalty %d, voxel %d", fold.json().get("heldOut"), k, v)
                      .isCloseTo(expected[k][v], within(CLOSE * (1 + expected[k][v])));
                }
              }
            });
  }

  @ParameterizedTest
  @MethodSource("cases")
  void sumsOverVoxelsNeedNoMoreThanInnerProducts(PenaltyCases.Case each) {
    PenaltyPath path = each.path();
    double[][] products = products(each.images());
    each.folds()
        .forEach(
            fold -> {
              LeaveOneOutErrors errors = path.errorsWithout(fold.heldOut());
              double[] sums = errors.sums(products);
              for (int k = 0; k < sums.length; k++) {
                double expected = 0;
                for (double error : fold.errors()[k]) {
                  expected += error;
                }
                assertThat(sums[k]).isCloseTo(expected, within(CLOSE * (1 + expected)));
              }
              assertThat(errors.choose(products)).isEqualTo(fold.global());
            });
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyVoxelGetsThePenaltyThatRefittingWouldChoose(PenaltyCases.Case each) {
    PenaltyPath path = each.path();
    double[][] images = each.images();
    int[] all = IntStream.range(0, images[0].length).toArray();
    try (var workers = new Workers(2)) {
      var foldErrors = FoldVoxelErrors.of(path, images, workers);
      each.folds()
          .forEach(
              fold -> {
                LeaveOneOutErrors errors = path.errorsWithout(fold.heldOut());
                assertThat(errors.choose(VoxelRows.held(images), workers)).isEqualTo(fold.voxels());
                assertThat(foldErrors.choose(all, fold.heldOut())).isEqualTo(fold.voxels());
                assertThat(foldErrors.choose(new int[] {3, 1}, fold.heldOut()))
                    .containsExactly(fold.voxels()[3], fold.voxels()[1]);
              });
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void coefficientsAreThoseOfEachVoxelsOwnPenalty(PenaltyCases.Case each) {
    double[][] images = withoutMean(each.images());
    int[] choice = each.folds().findFirst().orElseThrow().voxels();
    try (var workers = new Workers(2)) {
      double[][] expected = each.coefficients();
      double[][] actual =
          each.path()
              .coefficients(VoxelRows.held(images), choice, workers)
              .rows(0, expected.length, workers);
      for (int f = 0; f < expected.length; f++) {
        assertThat(actual[f]).containsExactly(expected[f], within(1e-8));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void whatAHeldOutWordWasDoesNotReachTheChoice(PenaltyCases.Case each) {
    PenaltyPath path = each.path();
    double[][] images = each.images();
    each.folds()
        .forEach(
            fold -> {
              double[][] other = copy(images);
              for (int heldOut : fold.heldOut()) {
                for (int v = 0; v < other[heldOut].length; v++) {
                  other[heldOut][v] = 40 - 9 * other[heldOut][v];
                }
              }
              assertThat(errors(path, other, 1, fold.heldOut()))
                  .isDeepEqualTo(errors(path, images, 1, fold.heldOut()));
              assertThat(path.errorsWithout(fold.heldOut()).sums(products(other)))
                  .isEqualTo(path.errorsWithout(fold.heldOut()).sums(products(images)));
              try (var workers = new Workers(1)) {
                int[] all = IntStream.range(0, images[0].length).toArray();
                assertThat(FoldVoxelErrors.of(path, other, workers).choose(all, fold.heldOut()))
                    .isEqualTo(fold.voxels());
              }
            });
  }

  @ParameterizedTest
  @MethodSource("cases")
  void whichMeanImageWasRemovedMakesNoDifference(PenaltyCases.Case each) {
    PenaltyPath path = each.path();
    double[][] kept = errors(path, each.images(), 1);
    double[][] removed = errors(path, withoutMean(each.images()), 1);
    for (int k = 0; k < kept.length; k++) {
      assertThat(removed[k]).containsExactly(kept[k], within(1e-8));
    }
  }

  @Test
  void theResultIsTheSameToTheLastBitForAnyNumberOfThreads() {
    var random = new Random(4);
    double[][] raw = normal(random, 21, 6);
    double[][] images = normal(random, 21, 1337);
    PenaltyPath path =
        PenaltyPath.of(raw, EncodingOptions.PAPER, PenaltyGrid.usual(raw, Scale.UNIT));
    double[][] one = errors(path, images, 1, 4, 9);
    int[] choice;
    double[][] coefficients;
    try (var workers = new Workers(1)) {
      choice = path.errorsWithout(4, 9).choose(VoxelRows.held(images), workers);
      coefficients = path.coefficients(VoxelRows.held(images), choice, workers).rows(0, 6, workers);
    }
    for (int threads : new int[] {2, 5}) {
      assertThat(errors(path, images, threads, 4, 9)).isDeepEqualTo(one);
      try (var workers = new Workers(threads)) {
        assertThat(path.errorsWithout(4, 9).choose(VoxelRows.held(images), workers))
            .isEqualTo(choice);
        assertThat(path.coefficients(VoxelRows.held(images), choice, workers).rows(0, 6, workers))
            .isDeepEqualTo(coefficients);
      }
    }
  }

  private static double[][] errors(
      PenaltyPath path, double[][] images, int threads, int... heldOut) {
    try (var workers = new Workers(threads)) {
      return path.errorsWithout(heldOut).ofVoxels(VoxelRows.held(images), workers);
    }
  }

  private static double[][] normal(Random random, int rows, int columns) {
    return Stream.generate(
            () -> IntStream.range(0, columns).mapToDouble(c -> random.nextGaussian()).toArray())
        .limit(rows)
        .toArray(double[][]::new);
  }

  private static double[][] copy(double[][] rows) {
    return Stream.of(rows).map(double[]::clone).toArray(double[][]::new);
  }

  private static double[][] products(double[][] images) {
    var products = new double[images.length][images.length];
    for (int a = 0; a < images.length; a++) {
      for (int b = 0; b < images.length; b++) {
        for (int v = 0; v < images[a].length; v++) {
          products[a][b] += images[a][v] * images[b][v];
        }
      }
    }
    return products;
  }

  private static double[][] withoutMean(double[][] images) {
    double[][] centred = copy(images);
    for (int v = 0; v < images[0].length; v++) {
      double mean = 0;
      for (double[] row : images) {
        mean += row[v] / images.length;
      }
      for (double[] row : centred) {
        row[v] -= mean;
      }
    }
    return centred;
  }
}
