package org.mitchell.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mitchell.encoding.EncodingModel;
import org.mitchell.encoding.Preset;
import org.mitchell.evaluation.ExpectedFigures.Configuration;
import org.mitchell.evaluation.stability.Stability;
import org.mitchell.evaluation.stability.VerifiedSelection;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.WordImages;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;
import tools.jackson.databind.JsonNode;

/** Every figure that another program found by refitting every fold. */
class ExpectedFiguresTest {
  private static final Workers WORKERS = new Workers(2);
  private static final double CLOSE = 1e-9;

  @SuppressWarnings("unused")
  private static final List<Configuration> ALL = ExpectedFigures.configurations();

  @AfterAll
  static void stop() {
    WORKERS.close();
  }

  static List<Configuration> detailed() {
    return ExpectedFigures.detailed();
  }

  @Test
  void theFixturesCoverBothPresetsAllScalesMetricsAndRules() {
    assertThat(ALL).hasSizeGreaterThan(140);
    assertThat(detailed()).hasSizeGreaterThan(15);
  }

  @ParameterizedTest(name = "{0}")
  @FieldSource("ALL")
  void countsAndTiesAreThoseOfRefitting(Configuration expected) {
    LeaveTwoOutResult result = run(expected);
    assertThat(result.all()).isEqualTo(expected.all());
    assertThat(result.within()).isEqualTo(expected.score("within"));
    assertThat(result.between()).isEqualTo(expected.score("between"));
    MatchRule rule = expected.options().match();
    assertThat(
            result.pairs().stream()
                .filter(p -> rule.score(p.s11(), p.s12(), p.s21(), p.s22()) == 0.5)
                .count())
        .as("ties")
        .isEqualTo(expected.count("ties"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("detailed")
  void similaritiesAreThoseOfRefitting(Configuration expected) {
    JsonNode rows = expected.details().get("similarities");
    List<PairResult> pairs = run(expected).pairs();
    assertThat(pairs).hasSize(rows.size());
    for (int f = 0; f < pairs.size(); f++) {
      PairResult pair = pairs.get(f);
      double[] actual = {pair.s11(), pair.s12(), pair.s21(), pair.s22()};
      assertThat(actual)
          .as("pair %d, %d", pair.first(), pair.second())
          .containsExactly(ExpectedFigures.numbers(rows.get(f)), within(CLOSE));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("detailed")
  void theFirstFoldSelectsTheExpectedVoxels(Configuration expected) {
    Responses responses = expected.responses();
    JsonNode list = expected.details().get("firstFoldVoxels");
    int[] bestFirst = IntStream.range(0, list.size()).map(i -> list.get(i).asInt()).toArray();
    var selection = VerifiedSelection.of(responses, bestFirst.length, WORKERS);
    int[] selected = VerifiedSelection.columns(selection, 0, 1);
    assertThat(selected).containsExactlyInAnyOrder(bestFirst);
    int presentations = responses.commonPresentations();
    Comparator<Integer> falling =
        Comparator.comparingDouble(
            v -> -VerifiedSelection.exactStability(responses, v, presentations, 0, 1));
    assertThat(Arrays.stream(selected).boxed().sorted(falling.thenComparing(v -> v)))
        .containsExactly(Arrays.stream(bestFirst).boxed().toArray(Integer[]::new));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("detailed")
  void theCorrelationMapIsThatOfRefitting(Configuration expected) {
    WordImages raw = WordImages.of(expected.responses());
    WordImages images =
        expected.options().encoding().preset() == Preset.PAPER ? raw.withoutMean() : raw;
    double[] map = HeldOutCorrelation.of(images, run(expected).operator(), WORKERS);
    assertClose(map, expected.details().get("map"), CLOSE);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("detailed")
  void signaturesAreTheCoefficientsOfAllWords(Configuration expected) {
    Responses responses = expected.responses();
    FeatureTable table = expected.features();
    double[][] raw = table.rows(responses.words());
    EncodingModel model =
        EncodingModel.fit(
            responses.words(),
            table.features(),
            raw,
            WordImages.of(responses),
            expected.options().encoding(),
            WORKERS);
    JsonNode signatures = expected.details().get("signatures");
    float[][] found = model.signatures().all();
    assertThat(found).hasNumberOfRows(signatures.size());
    for (int f = 0; f < signatures.size(); f++) {
      double[] wanted = ExpectedFigures.numbers(signatures.get(f));
      for (int v = 0; v < wanted.length; v++) {
        assertThat((double) found[f][v])
            .as("feature %d, voxel %d", f, v)
            .isCloseTo(wanted[v], within(CLOSE + Math.ulp((float) wanted[v])));
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("detailed")
  void leaveOneOutImagesAreThoseOfRefitting(Configuration expected) {
    Responses responses = expected.responses();
    double[][] raw = expected.features().rows(responses.words());
    WordImages images = WordImages.of(responses);
    boolean strict = expected.options().encoding().preset() == Preset.STRICT;
    ExpectedFigures.properties(expected.details().get("leaveOneOut"))
        .forEach(
            (name, wanted) -> {
              int word = responses.words().indexOf(name);
              LeaveOneOut.Images pair =
                  LeaveOneOut.predict(word, images, raw, expected.options().encoding(), WORKERS);
              double[] mean = strict ? meanWithout(images, word) : images.mean();
              double[] predicted = pair.predicted().clone();
              for (int v = 0; v < mean.length; v++) {
                assertThat(pair.observed()[v])
                    .isCloseTo(images.row(word)[v] - mean[v], within(CLOSE));
                // The figures of preset strict are on the scale of the images.
                predicted[v] += strict ? mean[v] : 0;
              }
              assertClose(predicted, wanted, CLOSE);
            });
  }

  @Test
  void stabilityOverAllWordsIsThatOfItsDefinition() {
    assertStability("T1", Optional.empty(), "all");
    assertStability("T1", Optional.of(List.of(1, 3)), "1,3");
    assertStability("T2", Optional.empty(), "all");
  }

  private static void assertStability(
      String participant, Optional<List<Integer>> presentations, String key) {
    Responses responses = ExpectedFigures.responses(participant, presentations);
    assertThat(responses.words())
        .isEqualTo(
            ExpectedFigures.participant(participant)
                .get("words")
                .valueStream()
                .map(JsonNode::asString)
                .toList());
    assertClose(
        Stability.overAllWords(responses, WORKERS),
        ExpectedFigures.participant(participant).get("stability").get(key),
        CLOSE);
  }

  private static LeaveTwoOutResult run(Configuration expected) {
    Responses responses = expected.responses();
    return LeaveTwoOut.run(
        new EncodingAnalysis(
            responses, expected.features().rows(responses.words()), expected.options()),
        WORKERS,
        Progress.NONE);
  }

  private static double[] meanWithout(WordImages images, int word) {
    var mean = new double[images.voxels()];
    for (int w = 0; w < images.words(); w++) {
      for (int v = 0; w != word && v < mean.length; v++) {
        mean[v] += images.row(w)[v] / (images.words() - 1);
      }
    }
    return mean;
  }

  /** Equal but for {@code tolerance}; NaN exactly where the expected list has null. */
  private static void assertClose(double[] actual, JsonNode list, double tolerance) {
    double[] expected = ExpectedFigures.numbers(list);
    assertThat(actual).hasSameSizeAs(expected);
    for (int v = 0; v < expected.length; v++) {
      if (Double.isNaN(expected[v])) {
        assertThat(actual[v]).as("voxel %d", v).isNaN();
      } else {
        assertThat(actual[v]).as("voxel %d", v).isCloseTo(expected[v], within(tolerance));
      }
    }
  }
}
