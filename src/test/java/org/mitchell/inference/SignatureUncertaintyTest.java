package org.mitchell.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mitchell.encoding.EncodingOptions;
import org.mitchell.encoding.JointCases;
import org.mitchell.encoding.Preset;
import org.mitchell.encoding.Scale;
import org.mitchell.encoding.SignatureErrors;
import org.mitchell.evaluation.EncodingAnalysis;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.evaluation.MatchRule;
import org.mitchell.evaluation.Metric;
import org.mitchell.evaluation.intervals.Subsamples;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.Stimulus;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Signatures of halves of the words against errors.py, and what intervals exclude. */
class SignatureUncertaintyTest {
  private static final JsonNode FILE =
      new ObjectMapper().readTree(Path.of("testdata/signatures/errors.json").toFile());

  static Stream<JsonNode> stabilities() {
    return StreamSupport.stream(FILE.get("stability").spliterator(), false);
  }

  @ParameterizedTest
  @MethodSource("stabilities")
  void stabilityIsTheMeanCorrelationOfBothHalvesSignatures(JsonNode json) {
    var encoding =
        new EncodingOptions(
            Preset.valueOf(json.get("preset").asString().toUpperCase(Locale.ROOT)),
            Scale.valueOf(json.get("scale").asString().toUpperCase(Locale.ROOT)),
            json.get("penalty").asDouble());
    // Models are rounded to single precision, as in their files.
    assertThat(uncertainty(0, encoding).stability())
        .containsExactly(JointCases.numbers(json.get("values")), within(1e-5));
  }

  @Test
  void twoFeaturesHaveNoStability() {
    SignatureUncertainty two = uncertainty(2, new EncodingOptions(Preset.STRICT, Scale.UNIT, 1));
    assertThat(two.stability()).containsOnly(Double.NaN);
    assertThat(two.medianStability()).isNaN();
  }

  @Test
  void anIntervalExcludesZeroWhereTheCoefficientIsFurtherFromItThanTsOfTheError() {
    // With 5 words t of 4 degrees of freedom is 2.776 (tables of Student's t).
    var errors =
        new SignatureErrors(
            new double[][] {{2.77, 2.78, -2.78, 0, 0}}, new double[][] {{1, 1, 1, 1, 0}});
    var five =
        new SignatureUncertainty(5, List.of("f"), errors, 3, new double[] {.1, .5, .2, .4, .3});
    assertThat(five.margin()).isCloseTo(2.776, within(5e-4));
    assertThat(five.excludingZero(0)).isEqualTo(2);
    assertThat(five.medianStability()).isEqualTo(.3);
  }

  private static SignatureUncertainty uncertainty(int space, EncodingOptions encoding) {
    double[][] features = JointCases.table(JointCases.FILE.get("spaces").get(space));
    var options =
        new EvaluationOptions(encoding, OptionalInt.empty(), Metric.COSINE, MatchRule.SUM);
    int[][] halves =
        StreamSupport.stream(FILE.get("halves").spliterator(), false)
            .map(half -> Arrays.stream(JointCases.numbers(half)).mapToInt(w -> (int) w).toArray())
            .toArray(int[][]::new);
    try (var workers = new Workers(2)) {
      return SignatureUncertainty.of(
          new EncodingAnalysis(responses(), features, options),
          IntStream.range(0, features[0].length).mapToObj(f -> "f" + f).toList(),
          new Subsamples(features.length, halves[0].length, halves),
          workers,
          Progress.NONE);
    }
  }

  private static Responses responses() {
    double[][] images = JointCases.table(JointCases.FILE.get("images"));
    var trials = new float[images.length][1][images[0].length];
    for (int w = 0; w < images.length; w++) {
      for (int v = 0; v < images[w].length; v++) {
        trials[w][0][v] = (float) images[w][v];
      }
    }
    List<Stimulus> words =
        IntStream.range(0, images.length)
            .mapToObj(w -> new Stimulus("w%02d".formatted(w), ""))
            .toList();
    return new Responses("J1", "", words, trials, Optional.empty(), List.of());
  }
}
