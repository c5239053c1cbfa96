package org.mitchell.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mitchell.analysis.WordSimilarities;
import org.mitchell.encoding.EncodingOptions;
import org.mitchell.encoding.FeatureScaling;
import org.mitchell.encoding.Penalty;
import org.mitchell.encoding.PenaltyGrid;
import org.mitchell.encoding.Preset;
import org.mitchell.encoding.Scale;
import org.mitchell.evaluation.EncodingAnalysis;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.evaluation.HeldOutImages;
import org.mitchell.evaluation.HeldOutOperator;
import org.mitchell.evaluation.HeldOutWords;
import org.mitchell.evaluation.MatchRule;
import org.mitchell.evaluation.Metric;
import org.mitchell.evaluation.folds.Folds;
import org.mitchell.evaluation.nulls.Relabelling;
import org.mitchell.evaluation.stability.NoiseCeiling;
import org.mitchell.features.FeatureSpace;
import org.mitchell.features.FeatureTable;
import org.mitchell.files.SetAside;
import org.mitchell.fmri.ReadOptions;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.ResponsesReader;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Maps of held-out words beside those of a program that fits every fold of every relabelling anew
 * (testdata/maps/make_inference.py).
 */
class HeldOutStatisticsTest {
  private static final Path ANALYSIS = Path.of("testdata/analysis");
  private static final JsonNode EXPECTED =
      new ObjectMapper().readTree(Path.of("testdata/maps/inference.json").toFile());
  private static final Workers WORKERS = new Workers(2);

  static Stream<JsonNode> configurations() {
    return EXPECTED.get("configurations").valueStream();
  }

  @ParameterizedTest
  @MethodSource("configurations")
  void correlationAndVarianceAreThoseOfRefitting(JsonNode configuration) {
    HeldOutImages heldOut = HeldOutImages.of(analysis(configuration), WORKERS);
    assertThat(heldOut.correlation(WORKERS))
        .containsExactly(numbers(configuration.get("r")), within(1e-8));
    double[] r2 = numbers(configuration.get("r2"));
    double[] got = heldOut.explainedVariance(WORKERS);
    for (int v = 0; v < r2.length; v++) {
      double size = Double.isNaN(r2[v]) ? 1 : Math.max(1, Math.abs(r2[v]));
      assertThat(got[v] / size).isCloseTo(r2[v] / size, within(1e-8));
    }
  }

  @ParameterizedTest
  @MethodSource("configurations")
  void relabelledMapsAreThoseOfRefittingWithTheWordsRelabelled(JsonNode configuration) {
    EvaluationOptions options = options(configuration);
    HeldOutImages heldOut = HeldOutImages.of(analysis(configuration), WORKERS);
    NullMaps maps =
        RelabelledCorrelations.of(
            heldOut.images(),
            HeldOutOperator.of(
                features(configuration),
                options.encoding(),
                Folds.leaveTwoOut(features(configuration).length),
                WORKERS),
            relabellings(),
            WORKERS);
    assertThat(maps.observed()).containsExactly(numbers(configuration.get("r")), within(1e-8));
    var drawn = new double[maps.size()][maps.voxels()];
    maps.draw(0, drawn, WORKERS);
    for (int m = 0; m < drawn.length; m++) {
      assertThat(drawn[m])
          .containsExactly(numbers(configuration.get("relabelled").get(m)), within(1e-8));
    }
    assertSameFromAFile(maps, drawn);
  }

  private static void assertSameFromAFile(NullMaps maps, double[][] drawn) {
    try (var file = SetAside.of("mitchell-test-nulls")) {
      NullMaps filed = maps.setAside(file, WORKERS, Progress.NONE);
      assertThat(filed).isNotSameAs(maps);
      var again = new double[maps.size()][maps.voxels()];
      filed.draw(0, again, WORKERS);
      assertThat(Arrays.deepEquals(Arrays.copyOf(again, drawn.length), drawn)).isTrue();
      assertThat(filed.observed()).isEqualTo(maps.observed());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Only the road differs: one penalty to choose from is one penalty given. */
  @Test
  void modelsThatChooseTheirPenaltyAreFittedAnewForEveryRelabelling() {
    JsonNode configuration =
        configurations().filter(c -> c.get("ridge").asDouble() == 0.5).findFirst().orElseThrow();
    EvaluationOptions given = options(configuration);
    var onlyOne = new Penalty.Chosen(Optional.of(PenaltyGrid.of(0.5)), Penalty.Per.GLOBAL);
    var chosen =
        new EvaluationOptions(
            new EncodingOptions(given.encoding().preset(), given.encoding().scale(), onlyOne),
            given.voxels(),
            given.metric(),
            given.match());
    EncodingAnalysis analysis = analysis(configuration).withOptions(chosen);
    HeldOutImages heldOut = HeldOutImages.of(analysis, WORKERS);
    double[] observed = heldOut.correlation(WORKERS);
    var maps =
        new RefittedCorrelations(
            analysis, HeldOutWords.pairs(analysis.size()), relabellings(), observed);
    var drawn = new double[2][observed.length];
    var first = new double[2][observed.length];
    maps.draw(0, first, WORKERS);
    assertSameFromAFile(maps, first);
    maps.draw(3, drawn, WORKERS);
    for (int m = 0; m < 2; m++) {
      assertThat(drawn[m])
          .containsExactly(numbers(configuration.get("relabelled").get(3 + m)), within(1e-8));
    }
  }

  @Test
  void aNormalisedCorrelationIsItsShareOfTheCeiling() {
    JsonNode configuration = configurations().findFirst().orElseThrow();
    double[] r = values(configuration, VoxelStatistic.R);
    double[] ceiling = values(configuration, VoxelStatistic.CEILING);
    double[] share = values(configuration, VoxelStatistic.NORMALISED);
    int without = 0;
    for (int v = 0; v < r.length; v++) {
      without += Double.isNaN(ceiling[v]) ? 1 : 0;
      assertThat(share[v]).isEqualTo(Double.valueOf(r[v] / ceiling[v]));
    }
    assertThat(without).isBetween(1, r.length - 1);
  }

  @Test
  void theCeilingIsTheCorrelationOfTheMeanWithItsSignal() {
    for (JsonNode one : EXPECTED.get("ceilings")) {
      double got =
          NoiseCeiling.of(
              new double[] {one.get("stability").asDouble()}, one.get("presentations").asInt())[0];
      if (one.get("ceiling").isNull()) {
        assertThat(got).isNaN();
      } else {
        assertThat(got).isCloseTo(one.get("ceiling").asDouble(), within(1e-11));
      }
    }
  }

  @Test
  void wordsAreAsAlikeAsAnotherProgramSays() {
    JsonNode configuration = configurations().findFirst().orElseThrow();
    double[][] features = features(configuration);
    EncodingAnalysis input = analysis(configuration);
    WordSimilarities similarities =
        WordSimilarities.of(input, new FeatureScaling(true, new double[5], ones(5)), WORKERS);
    JsonNode expected = EXPECTED.get("similarities");
    for (int w = 0; w < features.length; w++) {
      assertThat(similarities.features()[w])
          .containsExactly(numbers(expected.get("features").get(w)), within(1e-9));
      assertThat(similarities.predicted()[w])
          .containsExactly(numbers(expected.get("predicted").get(w)), within(1e-8));
      assertThat(similarities.observed()[w])
          .containsExactly(numbers(expected.get("observed").get(w)), within(1e-9));
    }
    assertThat(WordSimilarities.agreement(similarities.predicted(), similarities.observed()))
        .isCloseTo(expected.get("agreement").asDouble(), within(1e-8));
  }

  private static double[] ones(int count) {
    var ones = new double[count];
    Arrays.fill(ones, 1);
    return ones;
  }

  private static EncodingAnalysis analysis(JsonNode configuration) {
    return new EncodingAnalysis(responses(), features(configuration), options(configuration));
  }

  private static double[] values(JsonNode configuration, VoxelStatistic statistic) {
    EncodingAnalysis input = analysis(configuration);
    return ParticipantStatistic.of(
            input, new VoxelwisePlan(statistic, Relabelling.FREE, 0, 1), WORKERS)
        .values();
  }

  private static Responses responses() {
    try {
      return ResponsesReader.read(
          ANALYSIS.resolve("data-science-T1.mat"), "T1", ReadOptions.DEFAULT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double[][] features(JsonNode configuration) {
    try {
      List<String> words = responses().words();
      FeatureSpace space =
          FeatureTable.read(ANALYSIS.resolve(configuration.get("features").asString()))
              .vectors(words);
      return words.stream().map(word -> space.vector(word).orElseThrow()).toArray(double[][]::new);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static EvaluationOptions options(JsonNode configuration) {
    return new EvaluationOptions(
        new EncodingOptions(
            Preset.valueOf(upper(configuration.get("preset"))),
            Scale.valueOf(upper(configuration.get("scale"))),
            configuration.get("ridge").asDouble()),
        OptionalInt.empty(),
        Metric.COSINE,
        MatchRule.SUM);
  }

  private static String upper(JsonNode text) {
    return text.asString().toUpperCase(Locale.ROOT);
  }

  private static List<int[]> relabellings() {
    return EXPECTED
        .get("relabellings")
        .valueStream()
        .map(list -> IntStream.range(0, list.size()).map(i -> list.get(i).asInt()).toArray())
        .toList();
  }

  private static double[] numbers(JsonNode list) {
    return IntStream.range(0, list.size())
        .mapToDouble(i -> list.get(i).isNull() ? Double.NaN : list.get(i).asDouble())
        .toArray();
  }
}
