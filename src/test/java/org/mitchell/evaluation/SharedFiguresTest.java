package org.mitchell.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mitchell.encoding.EncodingOptions;
import org.mitchell.encoding.HeldOutPrediction;
import org.mitchell.encoding.HeldOutRule;
import org.mitchell.encoding.Preset;
import org.mitchell.encoding.Scale;
import org.mitchell.evaluation.stability.Stability;
import org.mitchell.evaluation.stability.VerifiedSelection;
import org.mitchell.fmri.ReadOptions;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.ResponsesReader;
import org.mitchell.fmri.WordImages;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;
import org.mitchell.testing.SharedData;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Figures that an independent program found for a simulated participant and for six real ones. */
class SharedFiguresTest {
  private static final double CLOSE = 1e-6;

  @ParameterizedTest(name = "lambda {0}")
  @CsvSource({"0, 1443, 96", "1, 1564, 103"})
  void theSimulatedParticipantGivesEveryExpectedFigure(int ridge, int correct, int correctWithin)
      throws IOException {
    JsonNode expected =
        new ObjectMapper()
            .readTree(SharedData.file("simulated/S1-lambda" + ridge + ".expected.json").toFile());
    Responses responses = read("simulated/data-science-S1.mat", "S1");
    double[][] raw = features("verb25_60nouns.csv", responses);
    try (var workers = new Workers(2)) {
      LeaveTwoOutResult result =
          LeaveTwoOut.run(
              new EncodingAnalysis(responses, raw, options(ridge, OptionalInt.of(500))),
              workers,
              Progress.NONE);
      assertThat(result.all()).isEqualTo(new LeaveTwoOutResult.Score(1770, correct));
      assertThat(result.within()).isEqualTo(new LeaveTwoOutResult.Score(120, correctWithin));
      assertThat(result.all().correct()).isEqualTo(expected.get("n_correct").asDouble());
      assertThat(result.between().accuracy())
          .isCloseTo(expected.get("between").asDouble(), within(CLOSE));
      assertThat(result.selectedVoxels()).isEqualTo(500);
      assertFirstFold(result.pairs().get(0), expected.get("fold0"), responses);
      assertFirstVoxels(expected.get("fold0"), responses, workers);
      assertStability(expected, Stability.overAllWords(responses, workers));
      WordImages images = WordImages.of(responses).withoutMean();
      assertMap(expected.get("lto_r"), HeldOutCorrelation.of(images, result.operator(), workers));
      double[][] leaveOneOut =
          leaveOneOutOperator(HeldOutPrediction.of(raw, paper(ridge)), images.words());
      assertMap(expected.get("loo_r"), HeldOutCorrelation.of(images, leaveOneOut, workers));
    }
  }

  @Test
  void theRealParticipantsGiveAllTwentyFourCounts() throws IOException {
    List<NamedCsvRecord> rows;
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator('\t')
            .ofNamedCsvRecord(SharedData.file("mitchell2008/expected_leave_two_out.tsv"))) {
      rows = reader.stream().toList();
    }
    assertThat(rows).hasSize(12);
    try (var workers = new Workers(2)) {
      for (NamedCsvRecord row : rows) {
        String subject = row.getField("subject");
        Responses responses =
            read("mitchell2008/responses/" + subject + "_1000-random-voxels.txt", subject);
        String table =
            row.getField("features").equals("glove")
                ? "glove100_60nouns.tsv"
                : "verb25_60nouns.csv";
        double[][] raw = features(table, responses);
        for (int ridge : new int[] {0, 1}) {
          LeaveTwoOutResult result =
              LeaveTwoOut.run(
                  new EncodingAnalysis(responses, raw, options(ridge, OptionalInt.empty())),
                  workers,
                  Progress.NONE);
          assertThat(result.all())
              .as("%s %s lambda %d", subject, table, ridge)
              .isEqualTo(
                  new LeaveTwoOutResult.Score(
                      1770, Integer.parseInt(row.getField("lambda" + ridge + "_correct"))));
          assertThat(result.refittedFolds()).as("no fold of these is singular").isZero();
        }
      }
    }
  }

  private static void assertFirstFold(PairResult pair, JsonNode fold, Responses responses) {
    assertThat(List.of(responses.words().get(pair.first()), responses.words().get(pair.second())))
        .isEqualTo(fold.get("words").valueStream().map(JsonNode::asString).toList());
    // The order in that file is not that of a PairResult.
    assertThat(new double[] {pair.s11(), pair.s22(), pair.s12(), pair.s21()})
        .containsExactly(ExpectedFigures.numbers(fold.get("cos")), within(CLOSE));
  }

  private static void assertFirstVoxels(JsonNode fold, Responses responses, Workers workers) {
    var selection = VerifiedSelection.of(responses, 500, workers);
    Integer[] bestFirst =
        Arrays.stream(VerifiedSelection.columns(selection, 0, 1))
            .boxed()
            .sorted((a, b) -> Double.compare(exact(responses, b), exact(responses, a)))
            .limit(fold.get("first_voxels").size())
            .toArray(Integer[]::new);
    assertThat(bestFirst)
        .containsExactly(
            fold.get("first_voxels").valueStream().map(JsonNode::asInt).toArray(Integer[]::new));
  }

  private static double exact(Responses responses, int voxel) {
    return VerifiedSelection.exactStability(
        responses, voxel, responses.commonPresentations(), 0, 1);
  }

  private static void assertStability(JsonNode expected, double[] stability) {
    assertThat(Arrays.stream(stability).average().orElseThrow())
        .isCloseTo(expected.get("stability_mean").asDouble(), within(CLOSE));
    JsonNode top = expected.get("stability_top5");
    int[] best =
        IntStream.range(0, stability.length)
            .boxed()
            .sorted(Comparator.comparingDouble(v -> -stability[v]))
            .limit(top.size())
            .mapToInt(v -> v)
            .toArray();
    for (int i = 0; i < best.length; i++) {
      assertThat(best[i]).isEqualTo(top.get(i).get(0).asInt());
      assertThat(stability[best[i]]).isCloseTo(top.get(i).get(1).asDouble(), within(CLOSE));
    }
  }

  private static void assertMap(JsonNode expected, double[] map) {
    int highest =
        IntStream.range(0, map.length)
            .boxed()
            .max((a, b) -> Double.compare(map[a], map[b]))
            .orElseThrow();
    assertThat(highest).isEqualTo(expected.get("argmax").asInt());
    assertThat(map[highest]).isCloseTo(expected.get("max").asDouble(), within(CLOSE));
    assertThat(Arrays.stream(map).average().orElseThrow())
        .isCloseTo(expected.get("mean").asDouble(), within(CLOSE));
    assertThat(Arrays.stream(map).filter(r -> r >= 0.28).count())
        .isEqualTo(expected.get("n_ge_028").asInt());
  }

  /** The matrix that takes the images to each word's prediction by the model of all others. */
  private static double[][] leaveOneOutOperator(HeldOutPrediction prediction, int words) {
    var operator = new double[words][words];
    for (int w = 0; w < words; w++) {
      double correction = ((HeldOutRule.Corrected) prediction.rule(w)).correction()[0][0];
      for (int other = 0; other < words; other++) {
        operator[w][other] =
            (w == other ? 1 : 0) - correction * prediction.residualOperator()[w][other];
      }
    }
    return operator;
  }

  private static EncodingOptions paper(int ridge) {
    return new EncodingOptions(Preset.PAPER, Scale.UNIT, ridge);
  }

  private static EvaluationOptions options(int ridge, OptionalInt voxels) {
    return new EvaluationOptions(paper(ridge), voxels, Metric.COSINE, MatchRule.SUM);
  }

  private static Responses read(String file, String subject) throws IOException {
    return ResponsesReader.read(SharedData.file(file), subject, ReadOptions.DEFAULT);
  }

  private static double[][] features(String table, Responses responses) throws IOException {
    return FeatureTable.read(SharedData.file("mitchell2008/" + table)).rows(responses.words());
  }
}
