package org.mitchell.evaluation.stability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mitchell.evaluation.RandomResponses;
import org.mitchell.evaluation.RandomResponses.Kind;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.Stimulus;
import org.mitchell.jobs.Workers;

/** The fast choice of voxels against sorting every voxel's stability in every fold. */
class MostStableVoxelsTest {
  @ParameterizedTest(name = "{0} words, {1} presentations, {2} voxels, {3} wanted")
  @CsvSource({
    "4, 2, 40, 5",
    "4, 3, 40, 39",
    "5, 2, 60, 10",
    "5, 4, 60, 60",
    "6, 3, 300, 20",
    "7, 7, 90, 12",
    "9, 2, 600, 30",
    "12, 6, 400, 25",
    "14, 4, 130, 1",
    "20, 3, 700, 50",
    "30, 6, 300, 500",
    "12, 6, 520, 100"
  })
  void everyFoldSelectsWhatSortingEveryVoxelSelects(
      int words, int presentations, int voxels, int wanted) {
    for (long seed = 0; seed < 4; seed++) {
      assertSelectedAsBySorting(RandomResponses.of(seed, words, presentations, voxels), wanted);
    }
  }

  @Test
  void aFewVeryStableVoxelsAmongManyAreFoundThoughMostVoxelsAreNeverLookedAt() {
    var kinds = new Kind[40];
    Arrays.fill(kinds, Kind.NOISE);
    kinds[7] = Kind.SIGNAL;
    kinds[23] = Kind.HEAVY_TAILS;
    var counts = new int[20];
    Arrays.fill(counts, 6);
    Responses responses = RandomResponses.of(3, counts, 2000, kinds);
    assertSelectedAsBySorting(responses, 20);
    try (var workers = new Workers(2)) {
      assertThat(VerifiedSelection.of(responses, 20, workers).candidates())
          .hasSizeBetween(20, 1500);
    }
  }

  @Test
  void aThresholdGuessedTooHighIsFoundOutAndWidened() {
    // Sixty voxels tell two words from all others and are noise without them: the fold that holds
    // out just these two
    // selects among all 400, though the other 340 are far below the sixty in every other fold.
    var random = new Random(4);
    var trials = new float[12][6][400];
    for (int word = 0; word < trials.length; word++) {
      for (float[] trial : trials[word]) {
        for (int v = 0; v < trial.length; v++) {
          float signal = v < 60 && word < 2 ? 20 - 40 * word : 0;
          trial[v] = signal + (float) random.nextGaussian();
        }
      }
    }
    var stimuli =
        IntStream.range(0, trials.length)
            .mapToObj(w -> new Stimulus("w" + (char) ('a' + w), ""))
            .toList();
    var responses = new Responses("X1", "", stimuli, trials, Optional.empty(), List.of());
    try (var workers = new Workers(1)) {
      assertThat(MostStableVoxels.of(responses, 30, workers).candidates()).hasSizeLessThan(100);
    }
    assertSelectedAsBySorting(responses, 30);
  }

  @Test
  void wordsPresentedMoreOftenThanOthersCountWithTheirFirstPresentations() {
    int[] counts = {3, 5, 4, 3, 6, 3, 4, 5};
    assertSelectedAsBySorting(RandomResponses.of(11, counts, 120, Kind.values()), 15);
  }

  @Test
  void undefinedVoxelsAreCountedAndNeverSelected() {
    Responses responses = RandomResponses.of(1, 8, 3, 130);
    long undefined =
        IntStream.range(0, 130).filter(v -> Double.isNaN(definition(responses, v))).count();
    try (var workers = new Workers(1)) {
      var selection = VerifiedSelection.of(responses, 130, workers);
      assertThat((long) selection.undefined()).isEqualTo(undefined).isPositive();
      assertThat(Arrays.stream(VerifiedSelection.columns(selection, 0, 1)))
          .noneMatch(v -> Double.isNaN(definition(responses, v, 0, 1)));
    }
  }

  @Test
  void stabilityOfOneVoxelIsTheMeanOfThePairwiseCorrelations() {
    Responses responses = RandomResponses.of(5, 9, 5, 130);
    for (int v = 0; v < responses.voxels(); v++) {
      for (int[] fold : new int[][] {{}, {0}, {0, 1}, {3, 8}, {7, 2}}) {
        double exact = ExactStability.of(responses, v, 5, fold);
        assertSame(exact, definition(responses, v, fold), "voxel " + v);
      }
    }
  }

  @Test
  void stabilityWithoutOneWordIsThatOfItsDefinition() {
    for (int words : new int[] {4, 5, 9}) {
      Responses responses = RandomResponses.of(6, words, 4, 130);
      try (var workers = new Workers(2)) {
        double[] all = Stability.overAllWords(responses, workers);
        double[] without = Stability.without(2, responses, workers);
        for (int v = 0; v < all.length; v++) {
          assertSame(all[v], definition(responses, v), "voxel " + v + " with all words");
          assertSame(without[v], definition(responses, v, 2), "voxel " + v + " without a word");
        }
      }
    }
  }

  @ParameterizedTest(name = "{0} words, {1} presentations")
  @CsvSource({"4, 2", "5, 3", "9, 4", "12, 2", "20, 6"})
  void stabilityWithoutAnyWordsIsThatOfItsDefinition(int words, int presentations) {
    Responses responses = RandomResponses.of(words, words, presentations, 300);
    var folds = new ArrayList<int[]>();
    for (int left = 2; left <= words; left++) {
      List<Integer> shuffled = new ArrayList<>(IntStream.range(0, words).boxed().toList());
      Collections.shuffle(shuffled, new Random(left));
      folds.add(shuffled.stream().skip(left).mapToInt(w -> w).toArray());
    }
    try (var workers = new Workers(2)) {
      double[][] without = Stability.without(folds, responses, workers);
      for (int f = 0; f < without.length; f++) {
        for (int v = 0; v < responses.voxels(); v++) {
          assertSame(
              without[f][v],
              definition(responses, v, folds.get(f)),
              "voxel " + v + " without " + Arrays.toString(folds.get(f)));
        }
      }
    }
  }

  @Test
  void theUpperBoundIsNeverBelowTheStabilityOfAnyFold() {
    for (int words : new int[] {4, 5, 6, 8, 12}) {
      for (int presentations : new int[] {2, 3, 6}) {
        var counts = new int[words];
        Arrays.fill(counts, presentations);
        Responses responses =
            RandomResponses.of(
                words * 10L + presentations,
                counts,
                StabilityBlock.SIZE,
                Kind.HEAVY_TAILS,
                Kind.SIGNAL,
                Kind.ONE_OUTLIER,
                Kind.TWO_WORDS_ONCE,
                Kind.ALMOST_FRAGILE,
                Kind.NOISE,
                Kind.LARGE_MEAN);
        assertBounded(responses, presentations);
      }
    }
  }

  private static void assertBounded(Responses responses, int presentations) {
    int[] columns = IntStream.range(0, responses.voxels()).toArray();
    var block = new StabilityBounds(responses, columns, 0, presentations);
    double[] bounds = IntStream.range(0, columns.length).mapToDouble(block::overPairs).toArray();
    int words = responses.stimuli().size();
    for (int v = 0; v < columns.length; v++) {
      double highest = Double.NEGATIVE_INFINITY;
      for (int first = 0; first < words; first++) {
        for (int second = first + 1; second < words; second++) {
          double stability = ExactStability.of(responses, v, presentations, first, second);
          highest = Double.isNaN(stability) ? highest : Math.max(highest, stability);
        }
      }
      assertThat(Double.isNaN(bounds[v]) ? Double.NEGATIVE_INFINITY : bounds[v])
          .as("%d words, %d presentations, voxel %d", words, presentations, v)
          .isGreaterThanOrEqualTo(highest - 1e-12);
    }
  }

  private static void assertSelectedAsBySorting(Responses responses, int wanted) {
    int words = responses.stimuli().size();
    int presentations = responses.commonPresentations();
    try (var workers = new Workers(2)) {
      var selection = VerifiedSelection.of(responses, wanted, workers);
      for (int first = 0; first < words; first++) {
        for (int second = first + 1; second < words; second++) {
          int[] selected = VerifiedSelection.columns(selection, first, second);
          assertThat(selected)
              .as("held out %d and %d", first, second)
              .containsExactly(sorted(responses, presentations, first, second, wanted));
        }
      }
    }
  }

  /** The columns of highest stability, ascending; equal ones by column, undefined ones never. */
  private static int[] sorted(
      Responses responses, int presentations, int first, int second, int wanted) {
    double[] stability =
        IntStream.range(0, responses.voxels())
            .mapToDouble(v -> ExactStability.of(responses, v, presentations, first, second))
            .toArray();
    return IntStream.range(0, stability.length)
        .boxed()
        .filter(v -> !Double.isNaN(stability[v]))
        .sorted(Comparator.comparingDouble(v -> -stability[v]))
        .limit(wanted)
        .mapToInt(v -> v)
        .sorted()
        .toArray();
  }

  /** By the library of another project: slow, and of one voxel. */
  private static double definition(Responses responses, int voxel, int... leftOut) {
    int presentations = responses.commonPresentations();
    var series = new double[presentations][];
    for (int p = 0; p < presentations; p++) {
      int presentation = p;
      series[p] =
          IntStream.range(0, responses.stimuli().size())
              .filter(w -> Arrays.stream(leftOut).noneMatch(out -> out == w))
              .mapToDouble(w -> responses.trial(w, presentation)[voxel])
              .toArray();
      double start = series[p][0];
      if (Arrays.stream(series[p]).allMatch(x -> x == start)) {
        return Double.NaN;
      }
    }
    double sum = 0;
    for (int p = 0; p < presentations; p++) {
      for (int q = p + 1; q < presentations; q++) {
        sum += new PearsonsCorrelation().correlation(series[p], series[q]);
      }
    }
    return sum / (presentations * (presentations - 1) / 2);
  }

  private static void assertSame(double actual, double expected, String what) {
    if (Double.isNaN(expected)) {
      assertThat(actual).as(what).isNaN();
    } else {
      assertThat(actual).as(what).isCloseTo(expected, within(1e-9));
    }
  }
}
