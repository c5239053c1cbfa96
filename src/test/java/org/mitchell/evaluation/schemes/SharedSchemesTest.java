package org.mitchell.evaluation.schemes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mitchell.encoding.EncodingOptions;
import org.mitchell.encoding.FoldPredictor;
import org.mitchell.encoding.Preset;
import org.mitchell.encoding.Scale;
import org.mitchell.evaluation.EncodingAnalysis;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.evaluation.MatchRule;
import org.mitchell.evaluation.Metric;
import org.mitchell.evaluation.nulls.NullDistribution;
import org.mitchell.evaluation.nulls.Relabelling;
import org.mitchell.features.FeatureSpace;
import org.mitchell.features.FeatureTable;
import org.mitchell.fmri.ReadOptions;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.ResponsesReader;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;
import org.mitchell.random.RandomStreams;
import org.mitchell.testing.SharedData;

/** The counts that an independent program found on data that are not part of the project. */
class SharedSchemesTest {
  private static final String RANDOM_VOXELS = "mitchell2008/responses/%s_1000-random-voxels.txt";

  @ParameterizedTest(name = "{0}, lambda {1}")
  @CsvSource({
    "LEAVE_TWO_OUT, 0, 1443, 1770",
    "LEAVE_TWO_OUT, 1, 1564, 1770",
    "WITHIN_CATEGORY, 0, 96, 120",
    "WITHIN_CATEGORY, 1, 103, 120"
  })
  void theSimulatedParticipantHasItsExpectedCounts(
      Scheme scheme, double ridge, double correct, int pairs) throws IOException {
    Responses responses = read("simulated/data-science-S1.mat", "S1");
    SchemeResult result =
        run(scheme, responses, "verb25_60nouns.csv", ridge, OptionalInt.of(500), 0);
    assertThat(result.correct()).isEqualTo(correct);
    assertThat(result.pairs()).hasSize(pairs);
  }

  @ParameterizedTest(name = "{0}, {1}, lambda {2}")
  @CsvSource({
    "P1, verb25_60nouns.csv, 0, 1339",
    "P2, verb25_60nouns.csv, 1, 1084",
    "P3, glove100_60nouns.tsv, 0, 929",
    "P4, glove100_60nouns.tsv, 1, 1298",
    "P5, verb25_60nouns.csv, 1, 1095",
    "P6, glove100_60nouns.tsv, 0, 909"
  })
  void realParticipantsHaveTheirExpectedCountsAndANullLikeThePapers(
      String participant, String table, double ridge, double correct) throws IOException {
    Responses responses = read(RANDOM_VOXELS.formatted(participant), participant);
    SchemeResult result =
        run(Scheme.LEAVE_TWO_OUT, responses, table, ridge, OptionalInt.empty(), 199);
    assertThat(result.correct()).isEqualTo(correct);
    // FIELD.md, section 9: the null's deviation is .061 to .074, its 95th percentile .60 to .63.
    // Of 199 draws these have standard errors of about .004 and .012.
    var draws = new NullDistribution(result.otherAccuracies());
    assertThat(draws.mean()).isBetween(0.48, 0.52);
    assertThat(draws.sd()).isBetween(0.05, 0.085);
    assertThat(draws.threshold05()).isBetween(0.57, 0.66);
  }

  private static SchemeResult run(
      Scheme scheme,
      Responses responses,
      String table,
      double ridge,
      OptionalInt voxels,
      int permutations)
      throws IOException {
    var encoding = new EncodingOptions(Preset.PAPER, Scale.UNIT, ridge);
    var options = new EvaluationOptions(encoding, voxels, Metric.COSINE, MatchRule.SUM);
    FeatureSpace space =
        FeatureTable.read(SharedData.file("mitchell2008/" + table)).vectors(responses.words());
    double[][] features =
        responses.words().stream()
            .map(word -> space.vector(word).orElseThrow())
            .toArray(double[][]::new);
    var predictor = FoldPredictor.of(features, encoding);
    List<FeatureSet> sets =
        Relabelling.FREE
            .permutations(responses.stimuli(), permutations, new RandomStreams(1))
            .stream()
            .map(featuresOf -> new FeatureSet(predictor, featuresOf))
            .toList();
    try (var workers = new Workers(2)) {
      return SchemeEvaluation.of(
              scheme, new EncodingAnalysis(responses, features, options), workers)
          .run(predictor, sets, Progress.NONE);
    }
  }

  private static Responses read(String file, String participant) throws IOException {
    return ResponsesReader.read(SharedData.file(file), participant, ReadOptions.DEFAULT);
  }
}
