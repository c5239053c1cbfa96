package org.mitchell.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mitchell.encoding.JointCases.numbers;
import static org.mitchell.encoding.JointCases.table;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.Stimulus;
import org.mitchell.fmri.WordImages;
import org.mitchell.jobs.Workers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Standard errors of signatures, against a program that refits without each word. */
class SignatureErrorsTest {
  private static final JsonNode FILE =
      new ObjectMapper().readTree(Path.of("testdata/signatures/errors.json").toFile());
  private static final double CLOSE = 1e-9;
  private static final int VOXELS = 6;
  private static final int[] ALL = IntStream.range(0, VOXELS).toArray();

  static Stream<JsonNode> cases() {
    return StreamSupport.stream(FILE.get("cases").spliterator(), false);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void errorsAreThoseOfRefittingWithoutEachWord(JsonNode json) {
    double[][] features =
        switch (json.get("name").asString()) {
          case "one" -> space(0);
          case "wide" -> space(1);
          default -> table(FILE.get("lonely"));
        };
    double penalty = json.get("penalties").get(0).asDouble();
    requireEqual(errors(features, options(json, new Penalty.Fixed(penalty), Spaces.ONE)), json);
  }

  @Test
  void everyVoxelHasTheErrorOfItsOwnPenalty() {
    int[] choice = {0, 1, 1, 0, 1, 0};
    for (JsonNode without : cases().filter(json -> isOne(json, 0)).toList()) {
      JsonNode with =
          cases()
              .filter(json -> isOne(json, 2) && sameOptions(json, without))
              .findFirst()
              .orElseThrow();
      EncodingOptions options = options(without, new Penalty.Fixed(0), Spaces.ONE);
      PenaltyPath path = PenaltyPath.of(space(0), options, PenaltyGrid.of(0, 2));
      try (var workers = new Workers(2)) {
        SignatureErrors errors =
            path.signatureErrors(images().withoutMean().rows(), choice, workers);
        for (int f = 0; f < errors.standardErrors().length; f++) {
          for (int v = 0; v < VOXELS; v++) {
            JsonNode expected = choice[v] == 0 ? without : with;
            assertThat(errors.standardErrors()[f][v])
                .isCloseTo(expected.get("errors").get(f).get(v).asDouble(), within(CLOSE));
          }
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Preset.class)
  void spacesHavePenaltiesAndWeightsThatAreHeld(Preset preset) {
    JsonNode held = FILE.get("held").get(preset.name().toLowerCase(Locale.ROOT));
    double[][] features = Spaces.sideBySide(List.of(space(0), space(2)));
    double[][] images = images().withoutMean().rows();
    var widths = List.of(space(0)[0].length, space(2)[0].length);
    var penalty = new Penalty.Chosen(Optional.of(PenaltyGrid.of(0.5, 8)), Penalty.Per.GLOBAL);
    try (var workers = new Workers(2)) {
      EncodingOptions banded =
          options(held.get("banded"), penalty, new Spaces(widths, Combination.BANDED));
      // Penalties are those of the grid by the weights: 1 / 2 and 1 / .125; 1 / (1/3) and none.
      var grid = BandedGrid.of(new double[][] {{2, 0.125}, {1.0 / 3, 0}}, PenaltyGrid.of(1));
      PenaltyPath path = PenaltyPath.of(features, banded, grid);
      requireEqual(path.signatureErrors(images, new int[VOXELS], workers), held.get("banded"));
      int[] second = new int[VOXELS];
      Arrays.fill(second, 1);
      requireEqual(path.signatureErrors(images, second, workers), held.get("alone"));
      EncodingOptions stacked =
          options(held.get("stacked"), penalty, new Spaces(widths, Combination.STACKED));
      var choice = new Stack.Choice(new int[][] {{0}, {1}}, new double[][] {{0.7, 0.3}});
      requireEqual(
          Stack.of(features, stacked, penalty).signatureErrors(images, choice, workers),
          held.get("stacked"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "CONCATENATED,GLOBAL",
    "CONCATENATED,VOXEL",
    "BANDED,GLOBAL",
    "BANDED,VOXEL",
    "STACKED,GLOBAL",
    "STACKED,VOXEL"
  })
  void theyAreOfTheModelThatIsFitted(Combination combination, Penalty.Per per) {
    double[][] features = Spaces.sideBySide(List.of(space(0), space(2)));
    var spaces = new Spaces(List.of(space(0)[0].length, space(2)[0].length), combination);
    var penalty = new Penalty.Chosen(Optional.of(PenaltyGrid.of(0.1, 1, 10)), per);
    var options = new EncodingOptions(Preset.STRICT, Scale.UNIT, penalty, spaces);
    List<String> names = IntStream.range(0, features[0].length).mapToObj(f -> "f" + f).toList();
    List<String> words = IntStream.range(0, features.length).mapToObj("w%02d"::formatted).toList();
    try (var workers = new Workers(2)) {
      float[][] signatures =
          FittedModel.of(words, names, features, images(), options, () -> ALL, workers)
              .model(workers)
              .signatures()
              .all();
      SignatureErrors errors = errors(features, options);
      for (int f = 0; f < signatures.length; f++) {
        for (int v = 0; v < VOXELS; v++) {
          assertThat((float) errors.coefficients()[f][v])
              .isCloseTo(signatures[f][v], within(1e-6f));
        }
      }
    }
  }

  private static SignatureErrors errors(double[][] features, EncodingOptions options) {
    try (var workers = new Workers(2)) {
      return SignatureErrors.of(features, images(), options, () -> ALL, workers);
    }
  }

  private static void requireEqual(SignatureErrors errors, JsonNode expected) {
    for (int f = 0; f < errors.standardErrors().length; f++) {
      assertThat(errors.coefficients()[f])
          .containsExactly(numbers(expected.get("coefficients").get(f)), within(CLOSE));
      assertThat(errors.standardErrors()[f])
          .containsExactly(numbers(expected.get("errors").get(f)), within(CLOSE));
    }
  }

  private static boolean isOne(JsonNode json, double penalty) {
    return json.get("name").asString().equals("one")
        && json.get("penalties").get(0).asDouble() == penalty;
  }

  private static boolean sameOptions(JsonNode one, JsonNode other) {
    return one.get("preset").equals(other.get("preset"))
        && one.get("scale").equals(other.get("scale"));
  }

  private static EncodingOptions options(JsonNode json, Penalty penalty, Spaces spaces) {
    return new EncodingOptions(
        Preset.valueOf(json.get("preset").asString().toUpperCase(Locale.ROOT)),
        Scale.valueOf(json.get("scale").asString().toUpperCase(Locale.ROOT)),
        penalty,
        spaces);
  }

  private static double[][] space(int number) {
    return table(JointCases.FILE.get("spaces").get(number));
  }

  private static WordImages images() {
    double[][] images = table(JointCases.FILE.get("images"));
    var trials = new float[images.length][1][VOXELS];
    for (int w = 0; w < images.length; w++) {
      for (int v = 0; v < VOXELS; v++) {
        trials[w][0][v] = (float) images[w][v];
      }
    }
    List<Stimulus> words =
        IntStream.range(0, images.length)
            .mapToObj(w -> new Stimulus("w%02d".formatted(w), ""))
            .toList();
    return WordImages.of(new Responses("J1", "", words, trials, Optional.empty(), List.of()));
  }
}
