package org.mitchell.evaluation.schemes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mitchell.encoding.EncodingOptions;
import org.mitchell.encoding.FoldPredictor;
import org.mitchell.encoding.Penalty;
import org.mitchell.encoding.PenaltyGrid;
import org.mitchell.encoding.Preset;
import org.mitchell.encoding.Scale;
import org.mitchell.evaluation.EncodingAnalysis;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.evaluation.MatchRule;
import org.mitchell.evaluation.Metric;
import org.mitchell.evaluation.PairResult;
import org.mitchell.features.FeatureTable;
import org.mitchell.files.InputException;
import org.mitchell.fmri.ImageOptions;
import org.mitchell.fmri.Presentation;
import org.mitchell.fmri.ReadOptions;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.Stimulus;
import org.mitchell.fmri.TrialValues;
import org.mitchell.images.ParticipantImages;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Folds that the labels of trials give. Expected figures are those of {@code
 * testdata/runs/leave_runs_out.py}, which refits every fold.
 */
class ListSplittingTest {
  private static final Path DATA = Path.of("testdata/runs");

  static Stream<JsonNode> expected() throws IOException {
    JsonNode all = new JsonMapper().readTree(Files.readString(DATA.resolve("expected.json")));
    return StreamSupport.stream(all.spliterator(), false);
  }

  @ParameterizedTest
  @MethodSource("expected")
  void pairsAreThoseOfRefittingEveryFold(JsonNode expected) throws IOException {
    Responses responses = read(expected.get("labels").asString());
    var encoding =
        new EncodingOptions(
            Preset.valueOf(expected.get("preset").asString().toUpperCase(Locale.ROOT)),
            Scale.UNIT,
            expected.get("ridge").asDouble());
    SchemeResult result =
        run(splitting(expected.get("cv").asString()), responses, encoding, voxels(expected));
    assertThat(result.pairs()).hasSize(expected.get("pairs").asInt());
    assertThat(result.correct()).isEqualTo(expected.get("correct").asInt());
    List<PairResult> pairs = result.pairs();
    requirePair(pairs.get(0), responses, expected.get("first"), expected.get("similarities"));
    requirePair(
        pairs.get(pairs.size() - 1),
        responses,
        expected.get("last"),
        expected.get("lastSimilarities"));
  }

  @Test
  void aGridOfOnePenaltyGivesWhatThatPenaltyGives() throws IOException {
    Responses responses = read("labels.tsv");
    var grid = PenaltyGrid.logSpaced(0.5, 0.5000001, 2);
    var chosen = new Penalty.Chosen(Optional.of(grid), Penalty.Per.GLOBAL, Penalty.Error.RAW);
    for (Preset preset : Preset.values()) {
      var auto = new EncodingOptions(preset, Scale.NONE, chosen);
      var given = new EncodingOptions(preset, Scale.NONE, 0.5);
      List<PairResult> one = run(ListSplitting.RUN, responses, auto, OptionalInt.empty()).pairs();
      List<PairResult> other =
          run(ListSplitting.RUN, responses, given, OptionalInt.empty()).pairs();
      for (int p = 0; p < one.size(); p++) {
        assertThat(one.get(p).s12()).isCloseTo(other.get(p).s12(), within(1e-5));
        assertThat(one.get(p).s22()).isCloseTo(other.get(p).s22(), within(1e-5));
      }
    }
  }

  @Test
  void aRelabellingIsTheAnalysisOfTheRelabelledFeatures() throws IOException {
    Responses responses = read("labels.tsv");
    double[][] features = features(responses);
    var options = options(EncodingOptions.PAPER.withRidge(0.3), OptionalInt.empty());
    var predictor = FoldPredictor.of(features, options.encoding());
    var random = new Random(2);
    for (int n = 0; n < 5; n++) {
      var order = new ArrayList<>(IntStream.range(0, features.length).boxed().toList());
      Collections.shuffle(order, random);
      int[] of = order.stream().mapToInt(w -> w).toArray();
      double[][] relabelled = Arrays.stream(of).mapToObj(w -> features[w]).toArray(double[][]::new);
      try (var workers = new Workers(2)) {
        double other =
            SchemeEvaluation.of(
                    ListSplitting.RUN, new EncodingAnalysis(responses, features, options), workers)
                .run(predictor, List.of(new FeatureSet(predictor, of)), Progress.NONE)
                .otherAccuracies()[0];
        double own =
            SchemeEvaluation.of(
                    ListSplitting.RUN,
                    new EncodingAnalysis(responses, relabelled, options),
                    workers)
                .run(Progress.NONE)
                .accuracy();
        assertThat(other).isEqualTo(own);
      }
    }
  }

  @Test
  void wordsOnBothSidesOfASplitOfRunsAreCounted() throws IOException {
    Responses responses = read("labels.tsv");
    String note =
        ListSplitting.RUN.note(ListSplitting.RUN.folds(responses), responses).orElseThrow();
    assertThat(note).startsWith("34 of 35 tested words were trained on, too");
  }

  @Test
  void aWordInTwoFoldsIsRefusedByName() {
    Responses responses = placed("", "a", "", "b", "", "b");
    assertThatThrownBy(() -> ListSplitting.FOLD.folds(responses))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("the word 'word0' of participant R1 is in the folds a and b");
  }

  @Test
  void trialsWithoutARunOrAFoldAreRefused() {
    Responses responses = placed("1", "", "2", "", "", "");
    assertThatThrownBy(() -> ListSplitting.RUN.folds(responses))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("R1 has none for 'word0'")
        .hasMessageContaining("a column run");
    assertThatThrownBy(() -> ListSplitting.FOLD.folds(responses))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("a column fold");
  }

  @Test
  void oneRunCannotBeLeftOut() {
    assertThatThrownBy(() -> ListSplitting.RUN.folds(placed("1", "", "1", "", "1", "")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("at least 2 runs; participant R1 has 1 run");
  }

  @Test
  void partsOfOneWordHaveNothingToTellApart() {
    Responses responses = placed("1", "", "2", "", "3", "");
    assertThatThrownBy(() -> new PartSplitting(4).folds(responses))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("k:4 needs at least 8 words")
        .hasMessageContaining("R1 has 5 words");
  }

  /** Five words with three presentations each, in these runs and folds. */
  private static Responses placed(String... runsAndFolds) {
    var trials = new TrialValues[5][3];
    var places = new Presentation[5][3];
    var stimuli = new ArrayList<Stimulus>();
    for (int w = 0; w < 5; w++) {
      stimuli.add(new Stimulus("word" + w, ""));
      for (int p = 0; p < 3; p++) {
        places[w][p] = new Presentation(runsAndFolds[2 * p], runsAndFolds[2 * p + 1]);
        trials[w][p] = TrialValues.of(new float[] {w + p, 0});
      }
    }
    return new Responses("R1", "", stimuli, trials, places, Optional.empty(), List.of());
  }

  private static Splitting splitting(String cv) {
    return switch (cv) {
      case "run" -> ListSplitting.RUN;
      case "fold" -> ListSplitting.FOLD;
      default -> new PartSplitting(Integer.parseInt(cv.substring(2)));
    };
  }

  private static OptionalInt voxels(JsonNode expected) {
    JsonNode voxels = expected.get("voxels");
    return voxels.isNumber() ? OptionalInt.of(voxels.asInt()) : OptionalInt.empty();
  }

  private static void requirePair(
      PairResult pair, Responses responses, JsonNode words, JsonNode similarities) {
    assertThat(responses.words().get(pair.first())).isEqualTo(words.get(0).asString());
    assertThat(responses.words().get(pair.second())).isEqualTo(words.get(1).asString());
    double[] found = {pair.s11(), pair.s12(), pair.s21(), pair.s22()};
    for (int i = 0; i < found.length; i++) {
      assertThat(found[i]).isCloseTo(similarities.get(i).asDouble(), within(1e-9));
    }
  }

  private static EvaluationOptions options(EncodingOptions encoding, OptionalInt voxels) {
    return new EvaluationOptions(encoding, voxels, Metric.COSINE, MatchRule.SUM);
  }

  private static SchemeResult run(
      Splitting splitting, Responses responses, EncodingOptions encoding, OptionalInt voxels)
      throws IOException {
    try (var workers = new Workers(2)) {
      return SchemeEvaluation.of(
              splitting,
              new EncodingAnalysis(responses, features(responses), options(encoding, voxels)),
              workers)
          .run(Progress.NONE);
    }
  }

  private static double[][] features(Responses responses) throws IOException {
    var space = FeatureTable.read(DATA.resolve("features.csv")).vectors(responses.words());
    return responses.words().stream()
        .map(word -> space.vector(word).orElseThrow())
        .toArray(double[][]::new);
  }

  private static Responses read(String labels) throws IOException {
    Path images = DATA.resolve("betas.nii.gz");
    var options =
        new ImageOptions(
            List.of(images),
            ImageOptions.Labels.of(DATA.resolve(labels)),
            ImageOptions.Brain.WHOLE,
            1,
            Optional.of(ImageOptions.Within.NONE),
            ImageOptions.Within.NONE,
            Optional.empty());
    return ParticipantImages.read(images, "01", ReadOptions.DEFAULT.with(options));
  }
}
