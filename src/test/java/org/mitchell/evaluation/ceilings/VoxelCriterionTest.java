package org.mitchell.evaluation.ceilings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.mitchell.analysis.WordPrediction;
import org.mitchell.analysis.WordPredictor;
import org.mitchell.encoding.EncodingModel;
import org.mitchell.encoding.EncodingOptions;
import org.mitchell.encoding.Preset;
import org.mitchell.encoding.Scale;
import org.mitchell.evaluation.EncodingAnalysis;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.evaluation.LeaveTwoOut;
import org.mitchell.evaluation.MatchRule;
import org.mitchell.evaluation.Metric;
import org.mitchell.evaluation.folds.Fold;
import org.mitchell.evaluation.folds.FoldColumns;
import org.mitchell.evaluation.folds.Folds;
import org.mitchell.evaluation.stability.SignalToNoise;
import org.mitchell.evaluation.stability.VoxelCriterion;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.Stimulus;
import org.mitchell.fmri.VoxelGrid;
import org.mitchell.jobs.Workers;

/** Voxels chosen by other things than stability, against testdata/ceilings/selection.py. */
class VoxelCriterionTest {
  private static final int COUNT = 8;

  @Test
  void everyFoldChoosesByItsTrainingWordsAsAnIndependentProgramDoes() {
    try (var workers = new Workers(2)) {
      for (JsonNode how : CeilingStudy.selection().get("cases")) {
        EncodingAnalysis analysis = analysis(how, criterion(how.get("by").asText()));
        List<Fold> folds = Folds.leaveTwoOut(analysis.size());
        FoldColumns found = FoldColumns.of(analysis, folds, workers);
        for (int f = 0; f < folds.size(); f++) {
          int[] columns =
              IntStream.of(found.positions()[f]).map(p -> found.candidates()[p]).toArray();
          assertThat(columns)
              .as("%s %s fold %d", how.get("by"), how.get("preset"), f)
              .containsExactly(whole(how.get("columns").get(f)));
        }
        assertThat(LeaveTwoOut.accuracy(analysis, workers))
            .as("%s %s", how.get("by"), how.get("preset"))
            .isEqualTo(how.get("accuracy").asDouble());
      }
    }
  }

  @Test
  void aPredictedWordIsComparedWhereTheOtherWordsChooseAsAnIndependentProgramDoes() {
    try (var workers = new Workers(1)) {
      for (JsonNode how : CeilingStudy.selection().get("cases")) {
        EncodingAnalysis analysis = analysis(how, criterion(how.get("by").asText()));
        EncodingModel model =
            EncodingModel.fit(
                analysis.words(),
                List.of("a", "b"),
                analysis.rawFeatures(),
                analysis.modelledImages(),
                analysis.encoding(),
                workers);
        var predictor =
            new WordPredictor(
                model,
                analysis.rawFeatures(),
                analysis.options(),
                Optional.of(analysis.responses()),
                workers);
        for (int w = 0; w < analysis.size(); w++) {
          WordPrediction prediction = predictor.predictTrained(analysis.words().get(w));
          assertThat(prediction.selected())
              .as("%s %s without word %d", how.get("by"), how.get("preset"), w)
              .containsExactly(whole(how.get("without").get(w)));
          assertThat(prediction.rSelected()).isPresent();
        }
      }
    }
  }

  @Test
  void aHeldOutWordHasNoPartInTheChoice() {
    JsonNode how = CeilingStudy.selection().get("cases").get(0);
    try (var workers = new Workers(1)) {
      for (String by : List.of("snr", "reliability", "top-r-train")) {
        EncodingAnalysis analysis = analysis(how, criterion(by));
        Responses others = CeilingStudy.responses(0);
        for (int p = 0; p < others.presentations(0); p++) {
          Arrays.fill(others.trial(0, p), 99 * p);
        }
        EncodingAnalysis changed =
            new EncodingAnalysis(others, analysis.rawFeatures(), analysis.options());
        List<Fold> folds = List.of(Fold.of(0, 1), Fold.of(0, 5), Fold.of(0, 2, 7));
        assertThat(columns(changed, folds, workers))
            .as(by)
            .isEqualTo(columns(analysis, folds, workers));
      }
    }
  }

  @Test
  void aVoxelThatIsAlwaysTheSameIsNeverChosenByItsSignal() {
    // Sums of 7 times a seventh of these are no such values, by different roundings.
    float[] same = {0.1f, 0.3f, 7, 1000.7f};
    var random = new Random(4);
    var stimuli = IntStream.range(0, 12).mapToObj(w -> new Stimulus("w" + w, "")).toList();
    var trials = new float[12][7][];
    for (float[][] word : trials) {
      for (int p = 0; p < word.length; p++) {
        word[p] = Arrays.copyOf(same, same.length + 1);
        word[p][same.length] = (float) random.nextGaussian();
      }
    }
    var responses = new Responses("J1", "", stimuli, trials, Optional.empty(), List.of());
    double[] ratios = new SignalToNoise(responses).of(IntStream.range(0, 12).toArray());
    assertThat(Arrays.copyOf(ratios, same.length)).containsOnly(Double.NaN);
    assertThat(ratios[same.length]).isFinite();
  }

  private static List<List<Integer>> columns(
      EncodingAnalysis analysis, List<Fold> folds, Workers workers) {
    FoldColumns found = FoldColumns.of(analysis, folds, workers);
    var columns = new ArrayList<List<Integer>>();
    for (int[] positions : found.positions()) {
      columns.add(IntStream.of(positions).mapToObj(p -> found.candidates()[p]).toList());
    }
    return columns;
  }

  private static VoxelCriterion criterion(String by) {
    return switch (by) {
      case "snr" -> new VoxelCriterion.OfSignalToNoise();
      case "top-r-train" -> new VoxelCriterion.OfPrediction();
      default -> new VoxelCriterion.OfRegions("atlas", VoxelCriterionTest::firstIndex);
    };
  }

  private static int[] firstIndex(VoxelGrid grid) {
    return IntStream.range(0, grid.columns())
        .map(v -> grid.linearIndex(v) % grid.dims()[0])
        .toArray();
  }

  private static EncodingAnalysis analysis(JsonNode how, VoxelCriterion criterion) {
    Preset preset = how.get("preset").asText().equals("paper") ? Preset.PAPER : Preset.STRICT;
    double[][] features =
        StreamSupport.stream(CeilingStudy.selection().get("features").spliterator(), false)
            .map(row -> new double[] {row.get(0).asDouble(), row.get(1).asDouble()})
            .toArray(double[][]::new);
    return new EncodingAnalysis(
        CeilingStudy.responses(0),
        features,
        new EvaluationOptions(
            new EncodingOptions(preset, Scale.NONE, 1),
            OptionalInt.of(COUNT),
            criterion,
            Metric.COSINE,
            MatchRule.SUM));
  }

  private static int[] whole(JsonNode row) {
    return StreamSupport.stream(row.spliterator(), false).mapToInt(JsonNode::asInt).toArray();
  }
}
