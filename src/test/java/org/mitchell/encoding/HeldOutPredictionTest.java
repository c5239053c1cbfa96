package org.mitchell.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Predictions without refitting against refitting, for every pair, single and triple of held-out
 * words.
 */
class HeldOutPredictionTest {
  private static final double CLOSE = 1e-9;

  /** The plain solution's own error: with features of size 1 it grows with 1 / lambda. */
  private static final double CLOSE_AT_TINY_RIDGE = 1e-8;

  private static final double[] RIDGES = {0, 1e-6, 1e-3, 0.5, 10, 1e3};

  /** Designs in which something may go wrong, words x features. */
  enum Shape {
    FEWER_FEATURES_THAN_WORDS {
      @Override
      double[][] rows(Random random, int words) {
        return normal(random, words, 1 + random.nextInt(words - 2));
      }
    },
    MORE_FEATURES_THAN_WORDS {
      @Override
      double[][] rows(Random random, int words) {
        return normal(random, words, words + 1 + random.nextInt(30 - words));
      }
    },
    AS_MANY_FEATURES_AS_WORDS {
      @Override
      double[][] rows(Random random, int words) {
        return normal(random, words, words);
      }
    },
    ONE_FEATURE_LESS_THAN_WORDS {
      @Override
      double[][] rows(Random random, int words) {
        return normal(random, words, words - 1);
      }
    },
    COUNTS_WITH_ZEROS {
      @Override
      double[][] rows(Random random, int words) {
        double[][] rows = normal(random, words, 3 + random.nextInt(4));
        each(rows, x -> Math.max(0, Math.rint(3 * x)));
        for (double[] row : rows) {
          row[0] += 1;
        }
        return rows;
      }
    },
    DUPLICATE_COLUMNS {
      @Override
      double[][] rows(Random random, int words) {
        double[][] rows = normal(random, words, 5);
        for (double[] row : rows) {
          row[3] = row[1];
          row[4] = -2.5 * row[0];
        }
        return rows;
      }
    },
    SUMS_AND_ZERO_COLUMNS {
      @Override
      double[][] rows(Random random, int words) {
        double[][] rows = normal(random, words, 6);
        for (double[] row : rows) {
          row[2] = row[0] + row[1];
          row[4] = 0;
        }
        return rows;
      }
    },
    A_CONSTANT_COLUMN {
      @Override
      double[][] rows(Random random, int words) {
        double[][] rows = normal(random, words, 4);
        for (double[] row : rows) {
          row[1] = 0.1;
        }
        return rows;
      }
    },
    A_LARGE_CONSTANT_COLUMN {
      @Override
      double[][] rows(Random random, int words) {
        double[][] rows = normal(random, words, 4);
        for (double[] row : rows) {
          row[2] = 1000.1;
        }
        return rows;
      }
    },
    WORDS_WITH_A_FEATURE_OF_THEIR_OWN {
      @Override
      double[][] rows(Random random, int words) {
        double[][] rows = normal(random, words, 4);
        for (int w = 0; w < words; w++) {
          rows[w][2] = w == 1 ? 0.75 : 0;
          rows[w][3] = w == 3 ? -2 : 0;
        }
        return rows;
      }
    },
    WORDS_ALMOST_ALONE_WITH_A_FEATURE {
      @Override
      double[][] rows(Random random, int words) {
        double[][] rows = normal(random, words, 4);
        for (int w = 0; w < words; w++) {
          rows[w][2] = w == 1 ? 1 : 3e-3 * rows[w][2];
        }
        return rows;
      }
    },
    EQUAL_ROWS {
      @Override
      double[][] rows(Random random, int words) {
        double[][] rows = normal(random, words, 1 + random.nextInt(12));
        rows[1] = rows[0].clone();
        rows[words - 1] = rows[0].clone();
        return rows;
      }
    },
    ONE_HOT {
      @Override
      double[][] rows(Random random, int words) {
        var rows = new double[words][4];
        for (int w = 0; w < words; w++) {
          rows[w][w % 4] = 1;
        }
        return rows;
      }
    },
    COLUMNS_OF_VERY_DIFFERENT_SIZES {
      @Override
      double[][] rows(Random random, int words) {
        double[][] rows = normal(random, words, 3);
        for (double[] row : rows) {
          row[0] *= 1e3;
          row[1] *= 1e-3;
        }
        return rows;
      }
    },
    LARGE_MEANS {
      @Override
      double[][] rows(Random random, int words) {
        double[][] rows = normal(random, words, 3);
        each(rows, x -> x + 50);
        return rows;
      }
    };

    abstract double[][] rows(Random random, int words);

    private static double[][] normal(Random random, int words, int features) {
      var rows = new double[words][features];
      each(rows, x -> random.nextGaussian());
      return rows;
    }

    private static void each(double[][] rows, java.util.function.DoubleUnaryOperator change) {
      for (double[] row : rows) {
        Arrays.setAll(row, f -> change.applyAsDouble(row[f]));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyFoldIsPredictedAsIfItHadBeenRefitted(Shape design) {
    for (int words : new int[] {5, 6, 8, 11, 14}) {
      var random = new Random(31L * design.ordinal() + words);
      double[][] raw = design.rows(random, words);
      double[][] responses = Shape.normal(random, words, 4);
      for (EncodingOptions options : allOptions()) {
        assertFoldsAreRefits(raw, responses, options, random);
      }
    }
  }

  @Test
  void theFormThatIsUsedIsNamed() {
    var random = new Random(5);
    double[][] tall = Shape.normal(random, 9, 3);
    double[][] wide = Shape.normal(random, 9, 20);
    assertThat(form(tall, Preset.PAPER, Scale.UNIT, 0)).isEqualTo("primal");
    assertThat(form(wide, Preset.PAPER, Scale.UNIT, 0)).isEqualTo("dual");
    assertThat(form(wide, Preset.STRICT, Scale.NONE, 0)).isEqualTo("dual");
    assertThat(form(tall, Preset.STRICT, Scale.ZSCORE, 0)).isEqualTo("primal");
    assertThat(form(tall, Preset.STRICT, Scale.ZSCORE, 1)).isEqualTo("refit");
    assertThat(form(wide, Preset.STRICT, Scale.ZSCORE, 0)).isEqualTo("refit");
  }

  @Test
  void noFoldOfAnOrdinaryProblemIsRefitted() {
    var random = new Random(6);
    HeldOutPrediction prediction =
        HeldOutPrediction.of(Shape.normal(random, 14, 4), EncodingOptions.PAPER);
    assertThat(folds(14, random))
        .allSatisfy(f -> assertThat(prediction.rule(f)).isInstanceOf(HeldOutRule.Corrected.class));
  }

  @Test
  void aWordThatAloneSpansADirectionIsRefitted() {
    double[][] raw = Shape.WORDS_WITH_A_FEATURE_OF_THEIR_OWN.rows(new Random(7), 9);
    HeldOutPrediction prediction = HeldOutPrediction.of(raw, EncodingOptions.PAPER);
    assertThat(prediction.rule(1, 2)).isInstanceOf(HeldOutRule.Refitted.class);
    assertThat(prediction.rule(0, 2)).isInstanceOf(HeldOutRule.Corrected.class);
  }

  @Test
  void redundantFeaturesDoNotCountInTheRank() {
    var random = new Random(8);
    double[][] duplicates = Shape.DUPLICATE_COLUMNS.rows(random, 9);
    assertThat(HeldOutPrediction.of(duplicates, EncodingOptions.PAPER).rank()).isEqualTo(3);
    var centred = new EncodingOptions(Preset.STRICT, Scale.NONE, 0);
    assertThat(HeldOutPrediction.of(Shape.A_LARGE_CONSTANT_COLUMN.rows(random, 9), centred).rank())
        .isEqualTo(3);
  }

  private static String form(double[][] raw, Preset preset, Scale scale, double ridge) {
    return HeldOutPrediction.of(raw, new EncodingOptions(preset, scale, ridge)).form();
  }

  private static void assertFoldsAreRefits(
      double[][] raw, double[][] responses, EncodingOptions options, Random random) {
    HeldOutPrediction prediction = HeldOutPrediction.of(raw, options);
    var refitting = new Refitting(raw, responses, options);
    for (int[] heldOut : folds(raw.length, random)) {
      double[][] expected = refitting.predict(heldOut);
      double[][] actual = apply(prediction, heldOut, responses);
      assertThat(largestDifference(actual, expected) / Math.max(1, largest(expected)))
          .as(
              () ->
                  String.format(
                      Locale.ROOT,
                      "%d words, %d features, %s, held out %s by %s: predicted %s where refitting"
                          + " gives %s",
                      raw.length,
                      raw[0].length,
                      options,
                      Arrays.toString(heldOut),
                      prediction.form(),
                      Arrays.deepToString(actual),
                      Arrays.deepToString(expected)))
          .isLessThanOrEqualTo(options.ridge() == 1e-6 ? CLOSE_AT_TINY_RIDGE : CLOSE);
    }
  }

  private static List<EncodingOptions> allOptions() {
    return Stream.of(Preset.values())
        .flatMap(
            preset ->
                Stream.of(Scale.values())
                    .flatMap(
                        scale ->
                            Arrays.stream(RIDGES)
                                .mapToObj(r -> new EncodingOptions(preset, scale, r))))
        .toList();
  }

  /** All singles, all pairs, some pairs backwards, and a few triples. */
  private static List<int[]> folds(int words, Random random) {
    var folds = new ArrayList<int[]>();
    for (int a = 0; a < words; a++) {
      folds.add(new int[] {a});
      for (int b = a + 1; b < words; b++) {
        folds.add(random.nextInt(5) == 0 ? new int[] {b, a} : new int[] {a, b});
      }
    }
    for (int t = 0; t < 8; t++) {
      int[] triple = random.ints(0, words).distinct().limit(3).toArray();
      folds.add(triple);
    }
    return folds;
  }

  /** What {@link HeldOutRule} says of its two cases. */
  private static double[][] apply(
      HeldOutPrediction prediction, int[] heldOut, double[][] responses) {
    HeldOutRule rule = prediction.rule(heldOut);
    if (rule instanceof HeldOutRule.Refitted refitted) {
      return product(refitted.weights(), responses);
    }
    double[][] residuals = product(prediction.residualOperator(), responses);
    double[][] correction =
        product(
            ((HeldOutRule.Corrected) rule).correction(),
            Arrays.stream(heldOut).mapToObj(h -> residuals[h]).toArray(double[][]::new));
    for (int h = 0; h < heldOut.length; h++) {
      for (int v = 0; v < responses[0].length; v++) {
        correction[h][v] = responses[heldOut[h]][v] - correction[h][v];
      }
    }
    return correction;
  }

  private static double[][] product(double[][] a, double[][] b) {
    var product = new double[a.length][b[0].length];
    for (int r = 0; r < a.length; r++) {
      for (int k = 0; k < b.length; k++) {
        for (int c = 0; c < b[0].length; c++) {
          product[r][c] += a[r][k] * b[k][c];
        }
      }
    }
    return product;
  }

  private static double largest(double[][] rows) {
    return Arrays.stream(rows).flatMapToDouble(Arrays::stream).map(Math::abs).max().orElseThrow();
  }

  private static double largestDifference(double[][] a, double[][] b) {
    double largest = 0;
    for (int r = 0; r < a.length; r++) {
      for (int c = 0; c < a[r].length; c++) {
        // The maximum of a NaN and anything is NaN, which is not "at most" anything.
        largest = Math.max(largest, Math.abs(a[r][c] - b[r][c]));
      }
    }
    return largest;
  }
}
