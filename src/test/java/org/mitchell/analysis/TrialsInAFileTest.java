package org.mitchell.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mitchell.encoding.EncodingOptions;
import org.mitchell.encoding.Penalty;
import org.mitchell.encoding.Preset;
import org.mitchell.encoding.Scale;
import org.mitchell.evaluation.EncodingAnalysis;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.evaluation.ExpectedFigures;
import org.mitchell.evaluation.HeldOutImages;
import org.mitchell.evaluation.LeaveTwoOut;
import org.mitchell.evaluation.PairResult;
import org.mitchell.evaluation.schemes.Scheme;
import org.mitchell.evaluation.schemes.SchemeEvaluation;
import org.mitchell.evaluation.stability.Stability;
import org.mitchell.files.MappedRows;
import org.mitchell.fmri.Presentation;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.TrialValues;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;

/** What comes out is the same to the bit wherever images of trials are kept. */
class TrialsInAFileTest {
  private static final Responses MEMORY = ExpectedFigures.responses("T1", Optional.empty());
  private static final Responses FILE = inAFile(MEMORY);
  private static final double[][] FEATURES =
      ExpectedFigures.table("features_T.csv").rows(MEMORY.words());

  static Stream<EvaluationOptions> options() {
    var perVoxel = new Penalty.Chosen(Optional.empty(), Penalty.Per.VOXEL);
    var global = new Penalty.Chosen(Optional.empty(), Penalty.Per.GLOBAL);
    return Stream.of(new Penalty.Fixed(1), perVoxel, global)
        .flatMap(
            penalty ->
                Stream.of(Preset.values())
                    .map(preset -> new EncodingOptions(preset, Scale.UNIT, penalty)))
        .flatMap(
            encoding ->
                Stream.of(OptionalInt.of(10), OptionalInt.empty())
                    .map(
                        voxels ->
                            new EvaluationOptions(
                                encoding,
                                voxels,
                                EvaluationOptions.PAPER.metric(),
                                EvaluationOptions.PAPER.match())));
  }

  @ParameterizedTest
  @MethodSource("options")
  void figuresAreTheSame(EvaluationOptions options) {
    try (var workers = new Workers(2)) {
      var one = new EncodingAnalysis(MEMORY, FEATURES, options);
      var other = new EncodingAnalysis(FILE, FEATURES, options);
      assertThat(LeaveTwoOut.run(other, workers, Progress.NONE).pairs())
          .isEqualTo(LeaveTwoOut.run(one, workers, Progress.NONE).pairs());
      assertThat(HeldOutImages.of(other, workers).correlation(workers))
          .isEqualTo(HeldOutImages.of(one, workers).correlation(workers));
      assertThat(HeldOutImages.of(other, workers).explainedVariance(workers))
          .isEqualTo(HeldOutImages.of(one, workers).explainedVariance(workers));
      assertThat(Stability.overAllWords(FILE, workers))
          .isEqualTo(Stability.overAllWords(MEMORY, workers));
      if (!options.encoding().penalty().isPerVoxel()) {
        assertThat(scheme(other, workers)).isEqualTo(scheme(one, workers));
      }
    }
  }

  private static List<PairResult> scheme(EncodingAnalysis analysis, Workers workers) {
    return SchemeEvaluation.of(Scheme.LEAVE_TWO_OUT, analysis, workers).run(Progress.NONE).pairs();
  }

  private static Responses inAFile(Responses responses) {
    int words = responses.words().size();
    var trials = new TrialValues[words][];
    var shown = new Presentation[words][];
    try (var rows = MappedRows.of("mitchell-test-trials", 100, responses.voxels())) {
      for (int w = 0; w < words; w++) {
        trials[w] = new TrialValues[responses.presentations(w)];
        shown[w] = new Presentation[trials[w].length];
        for (int p = 0; p < trials[w].length; p++) {
          trials[w][p] = TrialValues.of(rows.add(responses.trial(w, p)));
          shown[w][p] = responses.presentation(w, p);
        }
      }
    }
    return new Responses(
        responses.participant(),
        responses.study(),
        responses.stimuli(),
        trials,
        shown,
        responses.places(),
        List.of());
  }
}
