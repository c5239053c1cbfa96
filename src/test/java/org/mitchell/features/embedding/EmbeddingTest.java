package org.mitchell.features.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitchell.features.FeatureSpace;
import org.mitchell.features.FeatureTable;
import org.mitchell.paper.Paper;
import org.mitchell.testing.SharedData;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Words in the plane beside scikit-learn's (make_embedding.py and make_divergences.py). */
class EmbeddingTest {
  private static final double PERPLEXITY = 4;
  private static final JsonNode EXPECTED =
      new ObjectMapper().readTree(Path.of("testdata/embedding/expected.json").toFile());
  private static final JsonNode DIVERGENCES =
      new ObjectMapper().readTree(Path.of("testdata/embedding/divergences.json").toFile());

  @ParameterizedTest
  @ValueSource(strings = {"features_T.csv", "wide_T.csv"})
  void principalComponentsAreScikitLearnsButForTheSign(String table) throws IOException {
    double[][] points = PrincipalComponents.of(vectors(table)).points();
    double[][] scores = rows(EXPECTED.get(table).get("scores"));
    for (int d = 0; d < 2; d++) {
      double sign = Math.signum(points[0][d] * scores[0][d]);
      for (int w = 0; w < points.length; w++) {
        assertThat(points[w][d]).isCloseTo(sign * scores[w][d], within(1e-8));
      }
    }
    JsonNode shares = EXPECTED.get(table).get("shares");
    assertThat(PrincipalComponents.of(vectors(table)).remark())
        .contains(
            "%.0f%% and %.0f%%"
                .formatted(100 * shares.get(0).asDouble(), 100 * shares.get(1).asDouble()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"features_T.csv", "wide_T.csv"})
  void neighboursAreAsLikelyAsARootFinderSays(String table) throws IOException {
    double[][] joint = NeighbourProbabilities.of(vectors(table), PERPLEXITY);
    double[][] expected = rows(EXPECTED.get(table).get("probabilities"));
    for (int i = 0; i < joint.length; i++) {
      assertThat(joint[i]).containsExactly(expected[i], within(1e-8));
    }
  }

  /** The best of five of scikit-learn's; a tenth more is still as good a picture. */
  @ParameterizedTest
  @ValueSource(strings = {"features_T.csv", "wide_T.csv"})
  void thePlaneDivergesHardlyMoreThanScikitLearns(String table) throws IOException {
    double[][] joint = NeighbourProbabilities.of(vectors(table), PERPLEXITY);
    double divergence = TSne.divergence(joint, TSne.of(vectors(table), PERPLEXITY).points());
    assertThat(divergence).isBetween(0.0, 1.1 * EXPECTED.get(table).get("divergence").asDouble());
  }

  /** The best of ten of scikit-learn's, printed with two digits. */
  @ParameterizedTest
  @ValueSource(strings = {"verb25_60nouns.csv", "glove100_60nouns.tsv", "mturk229_60nouns.csv"})
  void thePlanesOfThePapersNounsDivergeAsLittleAsScikitLearns(String table) throws IOException {
    var space = FeatureTable.read(SharedData.file("mitchell2008/" + table)).vectors(Paper.nouns());
    double[][] vectors =
        space.unitLength().words().stream()
            .filter(word -> !space.zeroWords().contains(word))
            .map(word -> space.unitLength().vector(word).orElseThrow())
            .toArray(double[][]::new);
    JsonNode best = DIVERGENCES.get("bestOfTen").get(table);
    double perplexity = TSne.usualPerplexity(vectors.length);

    double[][] joint = NeighbourProbabilities.of(vectors, perplexity);
    double divergence = TSne.divergence(joint, TSne.of(vectors, perplexity).points());

    assertThat(vectors).hasNumberOfRows(best.get("words").asInt());
    assertThat(perplexity).isCloseTo(best.get("perplexity").asDouble(), within(1e-12));
    assertThat(divergence).isBetween(0.0, best.get("divergence").asDouble() + 0.005);
  }

  @Test
  void theDivergenceOfAPlaneIsThatOfNumpy() throws IOException {
    double[][] vectors = vectors("features_T.csv");
    double[][] plane =
        Arrays.stream(vectors).map(v -> Arrays.copyOf(v, 2)).toArray(double[][]::new);

    double divergence = TSne.divergence(NeighbourProbabilities.of(vectors, PERPLEXITY), plane);

    assertThat(divergence)
        .isCloseTo(DIVERGENCES.get("ofTheFirstTwoFeatures").asDouble(), within(1e-7));
  }

  @ParameterizedTest(name = "{0} words")
  @ValueSource(ints = {4, 5, 12})
  void someWordsMayBeTheSame(int words) {
    var vectors = new double[words][];
    for (int w = 0; w < words; w++) {
      vectors[w] = w % 2 == 0 ? new double[] {0.6, 0.8} : new double[] {w, 1};
    }

    for (double[] point : TSne.of(vectors, TSne.usualPerplexity(words)).points()) {
      assertThat(Arrays.stream(point).allMatch(Double::isFinite)).isTrue();
    }
  }

  @Test
  void wordsThatDifferByRoundingAreTheSame() {
    double[][] vectors = {{0.1, 0.7}, {0.3 - 0.2, 0.7}, {0.1, 0.7}, {0.1, 0.8 - 0.1}};

    assertThatThrownBy(() -> PrincipalComponents.of(vectors)).hasMessageContaining("the same");
    assertThatThrownBy(() -> TSne.of(vectors, 1)).hasMessageContaining("the same");
  }

  @Test
  void theSameWordsGiveTheSamePlane() throws IOException {
    assertThat(TSne.of(vectors("wide_T.csv"), 3).points())
        .isDeepEqualTo(TSne.of(vectors("wide_T.csv"), 3).points());
  }

  @Test
  void whatHasNoPlaneIsSaid() {
    double[][] same = {{1, 2}, {1, 2}, {1, 2}, {1, 2}};
    assertThatThrownBy(() -> PrincipalComponents.of(same)).hasMessageContaining("the same");
    assertThatThrownBy(() -> TSne.of(new double[3][2], 1)).hasMessageContaining("four words");
    assertThatThrownBy(() -> TSne.of(new double[6][2], 5)).hasMessageContaining("perplexity");
  }

  private static double[][] vectors(String table) throws IOException {
    var source = FeatureTable.read(Path.of("testdata/analysis").resolve(table));
    List<String> words = source.knownWords().stream().sorted().toList();
    FeatureSpace space = source.vectors(words);
    return words.stream().map(word -> space.vector(word).orElseThrow()).toArray(double[][]::new);
  }

  private static double[][] rows(JsonNode list) {
    return IntStream.range(0, list.size())
        .mapToObj(
            i ->
                IntStream.range(0, list.get(i).size())
                    .mapToDouble(j -> list.get(i).get(j).asDouble())
                    .toArray())
        .toArray(double[][]::new);
  }
}
