package org.mitchell.norms.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.Well1024a;
import org.junit.jupiter.api.Test;
import org.mitchell.encoding.PenaltyGrid;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Linear and ridge regression against scikit-learn's, on the folds of testdata/norms. */
class RidgeRegressionTest {
  private static final Path EXPECTED = Path.of("testdata/norms/expected.json");

  private static JsonNode expected() throws IOException {
    return JsonMapper.shared().readTree(Files.readAllBytes(EXPECTED));
  }

  private static double[][] matrix(JsonNode node) {
    return node.valueStream().map(RidgeRegressionTest::array).toArray(double[][]::new);
  }

  private static double[] array(JsonNode node) {
    return node.valueStream().mapToDouble(JsonNode::asDouble).toArray();
  }

  private static double[][] unit(double[][] rows) {
    return Arrays.stream(rows)
        .map(
            row -> {
              double length = Math.sqrt(Arrays.stream(row).map(v -> v * v).sum());
              return Arrays.stream(row).map(v -> v / length).toArray();
            })
        .toArray(double[][]::new);
  }

  private static double r2(double[] values, int[] words, double[] predicted) {
    double mean = Arrays.stream(words).mapToDouble(w -> values[w]).average().orElseThrow();
    double errors = 0;
    double squares = 0;
    for (int i = 0; i < words.length; i++) {
      errors += Math.pow(values[words[i]] - predicted[i], 2);
      squares += Math.pow(values[words[i]] - mean, 2);
    }
    return 1 - errors / squares;
  }

  private static void isAsScikitLearnHasIt(String model, double[][] rows, Regression regression)
      throws IOException {
    JsonNode expected = expected();
    double[] values = array(expected.path("taste"));
    double[] fold = array(expected.path("fold"));
    JsonNode scores = expected.path("models").path(model);
    assertThat(scores.size()).isEqualTo(5);
    for (int f = 0; f < 5; f++) {
      int one = f;
      int[] trained = IntStream.range(0, fold.length).filter(w -> fold[w] != one).toArray();
      int[] tested = IntStream.range(0, fold.length).filter(w -> fold[w] == one).toArray();
      FittedRegression fitted = regression.fit(rows, values, trained, new Well1024a(1));
      assertThat(r2(values, tested, fitted.predict(rows, tested)))
          .as("R2 of fold %d", f)
          .isCloseTo(scores.get(f).path("r2").asDouble(), within(1e-9));
      assertThat(fitted.penalty().orElseThrow())
          .as("penalty of fold %d", f)
          .isCloseTo(scores.get(f).path("penalty").asDouble(), within(1e-9));
    }
  }

  private static double[][] vectors() throws IOException {
    return matrix(expected().path("vectors"));
  }

  @Test
  void leastSquaresAreScikitLearns() throws IOException {
    isAsScikitLearnHasIt("linear", unit(vectors()), RidgeRegression.leastSquares());
  }

  @Test
  void aGivenPenaltyIsScikitLearns() throws IOException {
    isAsScikitLearnHasIt("ridge", unit(vectors()), new RidgeRegression(PenaltyGrid.of(1), false));
  }

  @Test
  void thePenaltyOfTheSmallestLeaveOneOutErrorIsScikitLearns() throws IOException {
    isAsScikitLearnHasIt("auto", unit(vectors()), new RidgeRegression(PenaltyGrid.USUAL, false));
  }

  @Test
  void zScoresAreOfTheTrainingWords() throws IOException {
    isAsScikitLearnHasIt(
        "zscored", vectors(), new RidgeRegression(PenaltyGrid.USUAL.times(6), true));
  }

  @Test
  void featuresThatComeTwiceChangeNoPrediction() throws IOException {
    double[][] twice =
        Arrays.stream(unit(vectors()))
            .map(
                row -> {
                  double[] longer = Arrays.copyOf(row, row.length + 2);
                  System.arraycopy(row, 0, longer, row.length, 2);
                  return longer;
                })
            .toArray(double[][]::new);
    isAsScikitLearnHasIt("twice", twice, RidgeRegression.leastSquares());
  }

  @Test
  void moreFeaturesThanWordsAreRidgesBusiness() throws IOException {
    double[][] wide = matrix(expected().path("wide"));
    assertThat(wide[0].length).isGreaterThan(wide.length);
    isAsScikitLearnHasIt("wide", wide, new RidgeRegression(PenaltyGrid.of(1), false));
  }

  @Test
  void aFeatureThatIsTheSameEverywhereCountsForNothing() throws IOException {
    double[][] vectors = vectors();
    double[][] more =
        Arrays.stream(vectors)
            .map(
                row -> {
                  double[] longer = Arrays.copyOf(row, row.length + 1);
                  longer[row.length] = 0.1;
                  return longer;
                })
            .toArray(double[][]::new);
    double[] values = array(expected().path("taste"));
    int[] all = IntStream.range(0, values.length).toArray();
    for (boolean standardised : new boolean[] {false, true}) {
      var ridge = new RidgeRegression(PenaltyGrid.of(2), standardised);
      assertThat(ridge.fit(more, values, all, new Well1024a(1)).predict(more, all))
          .containsExactly(
              ridge.fit(vectors, values, all, new Well1024a(1)).predict(vectors, all),
              within(1e-9));
    }
  }

  /** The mean of twenty tenths is not a tenth. */
  @Test
  void aFeatureThatNeverVariedSaysNothingOfAWordWhereItDoes() {
    var rows = new double[21][];
    var values = new double[21];
    for (int w = 0; w < 21; w++) {
      rows[w] = new double[] {w == 20 ? 9 : 0.1};
      values[w] = w * 7 % 11 / 10.0;
    }
    int[] trained = IntStream.range(0, 20).toArray();
    double mean = Arrays.stream(values).limit(20).average().orElseThrow();
    double[] predicted =
        RidgeRegression.leastSquares()
            .fit(rows, values, trained, new Well1024a(1))
            .predict(rows, new int[] {20});
    assertThat(predicted[0]).isCloseTo(mean, within(1e-12));
  }

  /** Each of some groups is left out once; the groups take turns by words. */
  private static void isAsFittedOnAllOtherWords(
      RidgeRegression ridge, double[][] rows, double[] values, int groups) {
    int[] all = IntStream.range(0, rows.length).toArray();
    List<int[]> words =
        IntStream.range(0, groups)
            .mapToObj(g -> Arrays.stream(all).filter(w -> w % groups == g).toArray())
            .toList();
    GroupFits fits = ridge.leavingOut(rows, values, words);
    for (int g = 0; g < groups; g++) {
      int one = g;
      int[] others = Arrays.stream(all).filter(w -> w % groups != one).toArray();
      FittedRegression whole = ridge.fit(rows, values, others, new Well1024a(1));
      FittedRegression added = fits.without(g, new Well1024a(1));
      assertThat(added.penalty()).as("penalty without group %d", g).isEqualTo(whole.penalty());
      assertThat(added.predict(rows, all))
          .as("predicted without group %d", g)
          .containsExactly(whole.predict(rows, all), within(1e-9));
    }
  }

  @Test
  void sumsOfFoldsGiveTheModelOfTheirWords() throws IOException {
    double[] values = array(expected().path("taste"));
    double[][] vectors = vectors();
    var auto = new RidgeRegression(PenaltyGrid.USUAL, false);
    isAsFittedOnAllOtherWords(auto, unit(vectors), values, 5);
    isAsFittedOnAllOtherWords(RidgeRegression.leastSquares(), unit(vectors), values, 2);
    var standardised = new RidgeRegression(PenaltyGrid.USUAL.times(6), true);
    isAsFittedOnAllOtherWords(standardised, vectors, values, 5);
  }

  /** As many as there are words: the sums of all would take more memory than the vectors. */
  @Test
  void eachWordMayBeAFoldOfItsOwn() throws IOException {
    double[] values = array(expected().path("taste"));
    var ridge = new RidgeRegression(PenaltyGrid.USUAL, false);
    isAsFittedOnAllOtherWords(ridge, unit(vectors()), values, values.length);
  }

  /** What were subtracted from sums with a million squared would have lost twelve digits. */
  @Test
  void aWordFarFromAllOthersLeavesTheModelsWithoutItAsTheyAre() throws IOException {
    double[] values = array(expected().path("taste"));
    double[][] far = unit(vectors());
    Arrays.fill(far[7], 1e7);
    int[] all = IntStream.range(0, far.length).toArray();
    int[] others = Arrays.stream(all).filter(w -> w != 7).toArray();
    List<int[]> words =
        List.of(
            new int[] {7},
            Arrays.copyOf(others, 40),
            Arrays.copyOfRange(others, 40, others.length));
    var ridge = new RidgeRegression(PenaltyGrid.USUAL, false);
    assertThat(
            ridge.leavingOut(far, values, words).without(0, new Well1024a(1)).predict(far, others))
        .containsExactly(
            ridge.fit(far, values, others, new Well1024a(1)).predict(far, others), within(1e-12));
  }

  @Test
  void aFeatureOfOneFoldAloneSaysNothingInTheOthers() throws IOException {
    double[] values = array(expected().path("taste"));
    double[][] vectors = unit(vectors());
    double[][] more =
        IntStream.range(0, vectors.length)
            .mapToObj(
                w -> {
                  double[] longer = Arrays.copyOf(vectors[w], vectors[w].length + 1);
                  longer[vectors[w].length] = w % 3 == 0 ? w * w : 0.1;
                  return longer;
                })
            .toArray(double[][]::new);
    int[] all = IntStream.range(0, more.length).toArray();
    List<int[]> words =
        IntStream.range(0, 3)
            .mapToObj(g -> Arrays.stream(all).filter(w -> w % 3 == g).toArray())
            .toList();
    var ridge = RidgeRegression.leastSquares();
    assertThat(
            ridge.leavingOut(more, values, words).without(0, new Well1024a(1)).predict(more, all))
        .containsExactly(
            ridge
                .leavingOut(vectors, values, words)
                .without(0, new Well1024a(1))
                .predict(vectors, all),
            within(1e-9));
  }
}
