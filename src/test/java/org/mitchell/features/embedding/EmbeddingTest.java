package org.mitchell.features.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitchell.features.FeatureSpace;
import org.mitchell.features.FeatureTable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Words in the plane beside scikit-learn's (testdata/embedding/make_embedding.py). */
class EmbeddingTest {
  private static final double PERPLEXITY = 4;
  private static final JsonNode EXPECTED =
      new ObjectMapper().readTree(Path.of("testdata/embedding/expected.json").toFile());

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
