package org.mitchell.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mitchell.encoding.BandedGrid;
import org.mitchell.encoding.ChosenPenalties;
import org.mitchell.encoding.EncodingOptions;
import org.mitchell.encoding.ModelPenalties;
import org.mitchell.encoding.Penalty;
import org.mitchell.encoding.PenaltyGrid;
import org.mitchell.encoding.PenaltyPath;
import org.mitchell.encoding.Preset;
import org.mitchell.encoding.Scale;
import org.mitchell.encoding.VoxelwisePredictions;
import org.mitchell.evaluation.stability.MostStable;
import org.mitchell.evaluation.stability.Stability;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.VoxelRows;
import org.mitchell.fmri.WordImages;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Leave-two-out with penalties chosen in every fold, against refitting everything. */
class ChosenPenaltiesTest {
  private static final Responses T1 = ExpectedFigures.responses("T1", Optional.empty());
  private static final double CLOSE = 1e-9;

  /** One case of testdata/ridge/nested.json. */
  record Case(JsonNode json) {
    EvaluationOptions options() {
      var chosen =
          new Penalty.Chosen(
              Optional.of(PenaltyGrid.of(ExpectedFigures.numbers(json.get("penalties")))),
              Penalty.Per.valueOf(upper("per")),
              Penalty.Error.valueOf(upper("error")));
      return new EvaluationOptions(
          new EncodingOptions(
              Preset.valueOf(upper("preset")), Scale.valueOf(upper("scale")), chosen),
          OptionalInt.of(json.get("voxels").asInt()),
          Metric.COSINE,
          MatchRule.SUM);
    }

    Penalty.Chosen chosen() {
      return (Penalty.Chosen) options().encoding().penalty();
    }

    double[][] features() {
      return ExpectedFigures.table(json.get("features").asString()).rows(T1.words());
    }

    private String upper(String name) {
      return json.get(name).asString().toUpperCase(Locale.ROOT);
    }

    @Override
    public String toString() {
      return Stream.of("features", "preset", "scale", "per", "error")
          .map(name -> json.get(name).asString())
          .reduce((a, b) -> a + " " + b)
          .orElseThrow();
    }
  }

  static Stream<Case> cases() {
    JsonNode json = new ObjectMapper().readTree(Path.of("testdata/ridge/nested.json").toFile());
    return StreamSupport.stream(json.get("cases").spliterator(), false).map(Case::new);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyPairIsMatchedAsWithRefittedModels(Case expected) {
    LeaveTwoOutResult result = run(T1, expected.features(), expected.options(), 2);
    assertThat(result.all().correct()).isEqualTo(expected.json.get("correct").asDouble());
    JsonNode similarities = expected.json.get("similarities");
    for (int f = 0; f < result.pairs().size(); f++) {
      PairResult pair = result.pairs().get(f);
      assertThat(new double[] {pair.s11(), pair.s12(), pair.s21(), pair.s22()})
          .as("pair %d, %d", pair.first(), pair.second())
          .containsExactly(ExpectedFigures.numbers(similarities.get(f)), within(CLOSE));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void penaltiesAreCountedAsTheyAreChosen(Case expected) {
    LeaveTwoOutResult result = run(T1, expected.features(), expected.options(), 1);
    var counts = new long[expected.json.get("penalties").size()];
    for (JsonNode choice : expected.json.get("choices")) {
      if (choice.isArray()) {
        choice.forEach(k -> counts[k.asInt()]++);
      } else {
        counts[choice.asInt()]++;
      }
    }
    assertThat(result.penalties().orElseThrow().counts()).isEqualTo(counts);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theModelOfAllWordsGetsThePenaltyOfItsOwnLeaveOneOutError(Case expected) {
    double[][] rows = WordImages.of(T1).rows();
    try (var workers = new Workers(2)) {
      int[] compared =
          MostStable.columns(
              Stability.overAllWords(T1, workers), expected.json.get("voxels").asInt());
      int[] choice =
          ModelPenalties.choose(
              path(expected), expected.chosen(), VoxelRows.held(rows), compared, workers);
      List<Integer> constant =
          StreamSupport.stream(expected.json.get("constant").spliterator(), false)
              .map(JsonNode::asInt)
              .toList();
      JsonNode model = expected.json.get("model");
      assertThat(choice).hasSize(model.size());
      for (int v = 0; v < choice.length; v++) {
        if (!constant.contains(v)) {
          assertThat(choice[v]).as("voxel %d", v).isEqualTo(model.get(v).asInt());
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theCorrelationMapIsThatOfRefitting(Case expected) {
    double[] wanted = ExpectedFigures.numbers(expected.json.get("map"));
    WordImages images = WordImages.of(T1).withoutMean();
    double[] map;
    try (var workers = new Workers(2)) {
      map =
          expected.chosen().per() == Penalty.Per.VOXEL
              ? HeldOutCorrelation.of(
                  images,
                  VoxelwisePredictions.of(expected.features(), expected.options().encoding()),
                  workers)
              : HeldOutCorrelation.of(
                  images, run(T1, expected.features(), expected.options(), 2).operator(), workers);
    }
    for (int v = 0; v < wanted.length; v++) {
      if (!Double.isNaN(wanted[v])) {
        assertThat(map[v]).as("voxel %d", v).isCloseTo(wanted[v], within(1e-8));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aGridOfOnePenaltyGivesWhatThatPenaltyGives(Penalty.Per per) {
    double[][] raw = ExpectedFigures.table("features_T.csv").rows(T1.words());
    for (Preset preset : Preset.values()) {
      for (Scale scale : Scale.values()) {
        var one = new Penalty.Chosen(Optional.of(PenaltyGrid.of(0.5)), per);
        LeaveTwoOutResult chosen = run(T1, raw, options(preset, scale, one), 1);
        LeaveTwoOutResult fixed = run(T1, raw, options(preset, scale, new Penalty.Fixed(0.5)), 1);
        for (int f = 0; f < fixed.pairs().size(); f++) {
          PairResult wanted = fixed.pairs().get(f);
          PairResult pair = chosen.pairs().get(f);
          assertThat(pair.s11()).isCloseTo(wanted.s11(), within(1e-10));
          assertThat(pair.s12()).isCloseTo(wanted.s12(), within(1e-10));
          assertThat(pair.s21()).isCloseTo(wanted.s21(), within(1e-10));
          assertThat(pair.s22()).isCloseTo(wanted.s22(), within(1e-10));
        }
        assertThat(chosen.form()).isEqualTo(fixed.form());
        assertThat(chosen.refittedFolds()).isEqualTo(fixed.refittedFolds());
        assertThat(chosen.penalties().map(ChosenPenalties::median)).contains(0.5);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void theResultIsTheSameToTheLastBitForAnyNumberOfThreads(Penalty.Per per) {
    Responses responses = RandomResponses.of(4, 12, 4, 1500);
    var random = new Random(21);
    double[][] raw =
        Stream.generate(() -> random.doubles(4).toArray()).limit(12).toArray(double[][]::new);
    EvaluationOptions options =
        options(Preset.PAPER, Scale.UNIT, new Penalty.Chosen(Optional.empty(), per));
    LeaveTwoOutResult one = run(responses, raw, options, 1);
    for (int threads : new int[] {2, 5}) {
      LeaveTwoOutResult other = run(responses, raw, options, threads);
      assertThat(other.pairs()).isEqualTo(one.pairs());
      assertThat(other.operator()).isDeepEqualTo(one.operator());
      assertThat(other.penalties().orElseThrow().counts())
          .isEqualTo(one.penalties().orElseThrow().counts());
    }
  }

  @ParameterizedTest
  @EnumSource
  void swappingTheFeaturesOfTheHeldOutWordsNegatesTheirScore(Penalty.Per per) {
    double[][] raw = ExpectedFigures.table("features_T.csv").rows(T1.words());
    EvaluationOptions options =
        options(Preset.PAPER, Scale.UNIT, new Penalty.Chosen(Optional.empty(), per));
    double score = score(run(T1, raw, options, 1), 4, 11);
    Collections.swap(Arrays.asList(raw), 4, 11);
    assertThat(score(run(T1, raw, options, 1), 4, 11)).isCloseTo(-score, within(1e-12));
    assertThat(score).isNotCloseTo(0, within(1e-3));
  }

  @Test
  void quantilesAndEdgesComeFromTheCounts() {
    var chosen =
        new ChosenPenalties(
            BandedGrid.ofOne(PenaltyGrid.of(1, 2, 3, 4)),
            Penalty.Per.GLOBAL,
            new long[] {0, 3, 2, 5});
    assertThat(List.of(chosen.smallest(), chosen.median(), chosen.largest()))
        .containsExactly(2.0, 3.0, 4.0);
    assertThat(List.of(chosen.choices(), chosen.atSmallest(), chosen.atLargest()))
        .containsExactly(10L, 0L, 5L);
    assertThat(chosen.plus(chosen).counts()).containsExactly(0, 6, 4, 10);
    assertThat(ChosenPenalties.of(chosen.grid(), chosen.per(), new int[] {3, 0, 3}).counts())
        .containsExactly(1, 0, 0, 2);
  }

  private static PenaltyPath path(Case expected) {
    return PenaltyPath.of(expected.features(), expected.options().encoding(), expected.chosen());
  }

  private static double score(LeaveTwoOutResult result, int first, int second) {
    return result.pairs().stream()
        .filter(p -> p.first() == first && p.second() == second)
        .mapToDouble(p -> p.s11() + p.s22() - p.s12() - p.s21())
        .findFirst()
        .orElseThrow();
  }

  private static EvaluationOptions options(Preset preset, Scale scale, Penalty penalty) {
    return new EvaluationOptions(
        new EncodingOptions(preset, scale, penalty),
        OptionalInt.of(15),
        Metric.COSINE,
        MatchRule.SUM);
  }

  private static LeaveTwoOutResult run(
      Responses responses, double[][] raw, EvaluationOptions options, int threads) {
    try (var workers = new Workers(threads)) {
      return LeaveTwoOut.run(new EncodingAnalysis(responses, raw, options), workers, Progress.NONE);
    }
  }
}
