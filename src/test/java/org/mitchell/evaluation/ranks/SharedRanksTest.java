package org.mitchell.evaluation.ranks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mitchell.encoding.EncodingOptions;
import org.mitchell.encoding.Preset;
import org.mitchell.encoding.Scale;
import org.mitchell.evaluation.EncodingAnalysis;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.evaluation.MatchRule;
import org.mitchell.evaluation.Metric;
import org.mitchell.features.FeatureSpace;
import org.mitchell.features.FeatureTable;
import org.mitchell.fmri.ReadOptions;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.ResponsesReader;
import org.mitchell.jobs.Workers;
import org.mitchell.testing.SharedData;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Ranks on real and simulated participants, against refitting in testdata/ranks. */
class SharedRanksTest {
  private static final Workers WORKERS = new Workers(2);

  @AfterAll
  static void close() {
    WORKERS.close();
  }

  static List<JsonNode> figures() {
    return new ObjectMapper()
        .readTree(Path.of("testdata/ranks/shared_figures.json").toFile())
        .valueStream()
        .toList();
  }

  @ParameterizedTest
  @MethodSource("figures")
  void ranksAreThoseOfRefittingAndMakingEveryImage(JsonNode expected) throws IOException {
    Responses responses = responses(expected.path("participant").asString());
    String columns = expected.path("columns").isNumber() ? "1-218" : "";
    double[][] rows = rows(space(expected.path("features").asString(), columns), responses.words());
    CandidateWords candidates = new CandidateWords(responses.words(), rows);
    if (expected.path("candidates").isString()) {
      FeatureSpace listed = space(expected.path("candidates").asString(), columns);
      candidates = new CandidateWords(listed.words(), rows(listed, listed.words()));
    }
    var encoding =
        new EncodingOptions(
            Preset.valueOf(text(expected, "preset")),
            Scale.UNIT,
            expected.path("ridge").asDouble());
    var options =
        new EvaluationOptions(
            encoding, voxels(responses), Metric.valueOf(text(expected, "metric")), MatchRule.SUM);
    RankResult result =
        RankEvaluation.of(new EncodingAnalysis(responses, rows, options), candidates, WORKERS)
            .run(Softmax.DEFAULT);
    assertThat(result.meanPercentile())
        .isCloseTo(expected.path("meanPercentile").asDouble(), within(1e-10));
    assertThat(result.top(10)).isCloseTo(expected.path("top10").asDouble(), within(1e-10));
    assertThat(result.meanProbability())
        .isCloseTo(expected.path("meanProbability").asDouble(), within(1e-8));
  }

  /** The experiment that chose it: real participants on one side, the simulated on the other. */
  @Test
  void atTheDefaultTemperatureTheFirstIsAboutAsProbableAsItIsRight() throws IOException {
    var sure = new ArrayList<Double>();
    var right = new ArrayList<Double>();
    for (double ridge : new double[] {0, 1}) {
      for (String participant : List.of("S1", "P1", "P2", "P3", "P4", "P5", "P6")) {
        Responses responses = responses(participant);
        double[][] rows = rows(space("verb25_60nouns.csv", ""), responses.words());
        var options =
            new EvaluationOptions(
                new EncodingOptions(Preset.PAPER, Scale.UNIT, ridge),
                voxels(responses),
                Metric.COSINE,
                MatchRule.SUM);
        RankResult result =
            RankEvaluation.of(
                    new EncodingAnalysis(responses, rows, options),
                    new CandidateWords(responses.words(), rows),
                    WORKERS)
                .run(Softmax.DEFAULT);
        // Six real participants count as much as the one that is simulated.
        int times = participant.equals("S1") ? 6 : 1;
        for (int t = 0; t < times; t++) {
          sure.add(
              result.words().stream()
                  .mapToDouble(word -> word.likeliest().get(0).probability())
                  .average()
                  .orElseThrow());
          right.add(result.top(1));
        }
      }
    }
    double meanSure = sure.stream().mapToDouble(s -> s).average().orElseThrow();
    double meanRight = right.stream().mapToDouble(r -> r).average().orElseThrow();
    assertThat(meanSure).isCloseTo(meanRight, within(0.01));
  }

  private static OptionalInt voxels(Responses responses) {
    return responses.commonPresentations() > 1 ? OptionalInt.of(500) : OptionalInt.empty();
  }

  private static String text(JsonNode json, String name) {
    return json.path(name).asString().toUpperCase(Locale.ROOT);
  }

  private static Responses responses(String participant) throws IOException {
    String file =
        participant.equals("S1")
            ? "simulated/data-science-S1.mat"
            : "mitchell2008/responses/" + participant + "_1000-random-voxels.txt";
    return ResponsesReader.read(SharedData.file(file), participant, ReadOptions.DEFAULT);
  }

  private static FeatureSpace space(String name, String columns) throws IOException {
    FeatureTable table = FeatureTable.read(SharedData.file("mitchell2008/" + name));
    FeatureSpace space = table.vectors(List.copyOf(table.knownWords()));
    return columns.isEmpty() ? space : space.columns(columns);
  }

  private static double[][] rows(FeatureSpace space, List<String> words) {
    return words.stream().map(w -> space.vector(w).orElseThrow()).toArray(double[][]::new);
  }
}
