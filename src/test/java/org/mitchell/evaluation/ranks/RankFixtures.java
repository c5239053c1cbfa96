package org.mitchell.evaluation.ranks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.IntStream;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The figures in testdata/ranks, which a program that refits every fold made. */
final class RankFixtures {
  private static final Path ANALYSIS = Path.of("testdata/analysis");
  private static final Path RANKS = Path.of("testdata/ranks");
  private static final JsonNode JSON =
      new ObjectMapper().readTree(RANKS.resolve("expected.json").toFile());

  private RankFixtures() {}

  static final Softmax SOFTMAX = new Softmax(JSON.get("temperature").asDouble());

  /** One way of ranking, and what comes of it. */
  record Configuration(JsonNode json) {
    String participant() {
      return json.get("participant").asString();
    }

    EvaluationOptions options() {
      JsonNode voxels = json.get("voxels");
      return new EvaluationOptions(
          new EncodingOptions(
              Preset.valueOf(text("preset")),
              Scale.valueOf(text("scale")),
              json.get("ridge").asDouble()),
          voxels.isNumber() ? OptionalInt.of(voxels.asInt()) : OptionalInt.empty(),
          Metric.valueOf(text("metric")),
          MatchRule.SUM);
    }

    RankEvaluation evaluation(Workers workers) {
      Responses responses = responses(participant());
      String table = json.get("features").asString();
      double[][] rows = rows(space(ANALYSIS.resolve(table)), responses.words());
      CandidateWords candidates =
          json.get("candidates").asString().equals("own")
              ? new CandidateWords(responses.words(), rows)
              : candidates(table);
      return RankEvaluation.of(
          new EncodingAnalysis(responses, rows, options()), candidates, workers);
    }

    double[] numbers(String name) {
      return RankFixtures.numbers(json.get(name));
    }

    int[][] permutations() {
      return JSON.get("permutations")
          .get(participant())
          .valueStream()
          .map(p -> p.valueStream().mapToInt(JsonNode::asInt).toArray())
          .toArray(int[][]::new);
    }

    private String text(String name) {
      return json.get(name).asString().toUpperCase(Locale.ROOT);
    }

    @Override
    public String toString() {
      var words = new ArrayList<String>();
      for (String name :
          List.of(
              "participant",
              "features",
              "candidates",
              "preset",
              "scale",
              "ridge",
              "voxels",
              "metric")) {
        words.add(json.get(name).asString());
      }
      return String.join(" ", words);
    }
  }

  static List<Configuration> configurations() {
    return JSON.get("configurations").valueStream().map(Configuration::new).toList();
  }

  /** One way of identifying two images by the model of all words. */
  record Identified(JsonNode json) {
    EvaluationOptions options() {
      JsonNode voxels = json.get("voxels");
      return new EvaluationOptions(
          new EncodingOptions(
              Preset.valueOf(json.get("preset").asString().toUpperCase(Locale.ROOT)),
              Scale.UNIT,
              json.get("ridge").asDouble()),
          voxels.isNumber() ? OptionalInt.of(voxels.asInt()) : OptionalInt.empty(),
          Metric.valueOf(json.get("metric").asString().toUpperCase(Locale.ROOT)),
          MatchRule.SUM);
    }

    /** With each of the candidates of features_T.csv. */
    double[] similarities(int image) {
      return numbers(json.get("similarities").get(image));
    }

    @Override
    public String toString() {
      return options().toString();
    }
  }

  static List<Identified> identifications() {
    return JSON.get("identifications").valueStream().map(Identified::new).toList();
  }

  /** The whole image (0) or the one with holes (1). */
  static float[] image(int number) {
    try (var rows = Files.lines(RANKS.resolve("images_T1.tsv"))) {
      List<String> cells = rows.skip(1).map(row -> row.split("\t")[1 + number]).toList();
      var image = new float[cells.size()];
      for (int v = 0; v < image.length; v++) {
        image[v] = cells.get(v).equals("n/a") ? Float.NaN : Float.parseFloat(cells.get(v));
      }
      return image;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Responses responses(String participant) {
    try {
      Path file = ANALYSIS.resolve("data-science-" + participant + ".mat");
      return ResponsesReader.read(file, participant, ReadOptions.DEFAULT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The features of a participant's words. */
  static double[][] rows(String table, List<String> words) {
    return rows(space(ANALYSIS.resolve(table)), words);
  }

  /** New words, some of the participant's, one without features. */
  static CandidateWords candidates(String table) {
    FeatureSpace space = space(RANKS.resolve("candidates_" + table));
    return new CandidateWords(space.words(), rows(space, space.words()));
  }

  static double[] numbers(JsonNode list) {
    return IntStream.range(0, list.size()).mapToDouble(i -> list.get(i).asDouble()).toArray();
  }

  private static FeatureSpace space(Path file) {
    try {
      FeatureTable table = FeatureTable.read(file);
      return table.vectors(List.copyOf(table.knownWords()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double[][] rows(FeatureSpace space, List<String> words) {
    return words.stream().map(w -> space.vector(w).orElseThrow()).toArray(double[][]::new);
  }
}
