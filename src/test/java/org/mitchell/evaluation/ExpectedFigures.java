package org.mitchell.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mitchell.encoding.EncodingOptions;
import org.mitchell.encoding.Preset;
import org.mitchell.encoding.Scale;
import org.mitchell.fmri.ReadOptions;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.ResponsesReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * The figures in testdata/analysis/expected.json, which another program made by refitting every
 * fold.
 */
public final class ExpectedFigures {
  private static final Path FOLDER = Path.of("testdata/analysis");
  private static final JsonNode JSON =
      new ObjectMapper().readTree(FOLDER.resolve("expected.json").toFile());

  private ExpectedFigures() {}

  /** One way of doing the analysis, and what comes of it. */
  record Configuration(JsonNode json) {
    EvaluationOptions options() {
      JsonNode voxels = json.get("voxels");
      return new EvaluationOptions(
          new EncodingOptions(
              Preset.valueOf(text("preset")),
              Scale.valueOf(text("scale")),
              json.get("ridge").asDouble()),
          voxels.isNumber() ? OptionalInt.of(voxels.asInt()) : OptionalInt.empty(),
          Metric.valueOf(text("metric")),
          MatchRule.valueOf(text("match")));
    }

    Responses responses() {
      return ExpectedFigures.responses(json.get("participant").asString(), presentations());
    }

    FeatureTable features() {
      return table(json.get("features").asString());
    }

    boolean detailed() {
      return json.has("details");
    }

    JsonNode details() {
      return json.get("details");
    }

    int count(String name) {
      return json.get(name).asInt();
    }

    LeaveTwoOutResult.Score score(String kind) {
      JsonNode of = json.get(kind);
      return new LeaveTwoOutResult.Score(of.get("pairs").asInt(), of.get("correct").asDouble());
    }

    LeaveTwoOutResult.Score all() {
      return new LeaveTwoOutResult.Score(count("pairs"), json.get("correct").asDouble());
    }

    private Optional<List<Integer>> presentations() {
      JsonNode numbers = json.get("presentations");
      return numbers.isArray()
          ? Optional.of(
              IntStream.range(0, numbers.size()).mapToObj(i -> numbers.get(i).asInt()).toList())
          : Optional.empty();
    }

    private String text(String name) {
      return json.get(name).asString().toUpperCase(Locale.ROOT);
    }

    @Override
    public String toString() {
      return Stream.of(
              "participant",
              "features",
              "preset",
              "scale",
              "ridge",
              "voxels",
              "metric",
              "match",
              "presentations")
          .map(
              name ->
                  json.get(name).isString() ? json.get(name).asString() : json.get(name).toString())
          .reduce((a, b) -> a + " " + b)
          .orElseThrow();
    }
  }

  static List<Configuration> configurations() {
    var configurations = new ArrayList<Configuration>();
    JSON.get("configurations").forEach(node -> configurations.add(new Configuration(node)));
    return configurations;
  }

  static List<Configuration> detailed() {
    return configurations().stream().filter(Configuration::detailed).toList();
  }

  static JsonNode participant(String name) {
    return JSON.get("participants").get(name);
  }

  /** The numbers of a JSON list, null being NaN. */
  public static double[] numbers(JsonNode list) {
    return IntStream.range(0, list.size())
        .mapToDouble(i -> list.get(i).isNull() ? Double.NaN : list.get(i).asDouble())
        .toArray();
  }

  public static FeatureTable table(String file) {
    try {
      return FeatureTable.read(FOLDER.resolve(file));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Responses to some presentations (1 is the first) of each word, or to all. */
  public static Responses responses(String participant, Optional<List<Integer>> presentations) {
    Path file = FOLDER.resolve("data-science-" + participant + ".mat");
    try {
      Responses all = ResponsesReader.read(file, participant, ReadOptions.DEFAULT);
      return presentations.isEmpty() ? all : only(all, presentations.get());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Responses only(Responses all, List<Integer> presentations) {
    var trials = new float[all.stimuli().size()][][];
    for (int w = 0; w < trials.length; w++) {
      int word = w;
      trials[w] = presentations.stream().map(p -> all.trial(word, p - 1)).toArray(float[][]::new);
    }
    return new Responses(
        all.participant(), all.study(), all.stimuli(), trials, all.grid(), all.notes());
  }

  /** The names of what a JSON object has, with their values. */
  static Map<String, JsonNode> properties(JsonNode object) {
    var properties = new TreeMap<String, JsonNode>();
    object.properties().forEach(entry -> properties.put(entry.getKey(), entry.getValue()));
    return properties;
  }
}
