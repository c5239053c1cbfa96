package org.mitchell.evaluation.schemes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mitchell.encoding.EncodingOptions;
import org.mitchell.encoding.Preset;
import org.mitchell.encoding.Scale;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.evaluation.MatchRule;
import org.mitchell.evaluation.Metric;
import org.mitchell.features.FeatureSpace;
import org.mitchell.features.FeatureTable;
import org.mitchell.fmri.ReadOptions;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.ResponsesReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * The figures in testdata/schemes/expected.json, which another program made by choosing voxels and
 * fitting anew in every fold.
 */
final class ExpectedSchemes {
  private static final Path FOLDER = Path.of("testdata/analysis");
  private static final JsonNode JSON =
      new ObjectMapper().readTree(Path.of("testdata/schemes/expected.json").toFile());

  private ExpectedSchemes() {}

  /** One way of doing a scheme, and what comes of it. */
  record Configuration(JsonNode json) {
    EvaluationOptions options(MatchRule rule) {
      JsonNode voxels = json.get("voxels");
      return new EvaluationOptions(
          new EncodingOptions(
              Preset.valueOf(constant("preset")),
              Scale.valueOf(constant("scale")),
              json.get("ridge").asDouble()),
          voxels.isNumber() ? OptionalInt.of(voxels.asInt()) : OptionalInt.empty(),
          Metric.valueOf(constant("metric")),
          rule);
    }

    Scheme scheme() {
      return Scheme.valueOf(constant("scheme"));
    }

    String participant() {
      return json.get("participant").asString();
    }

    String features() {
      return json.get("features").asString();
    }

    int count(String name) {
      return json.get(name).asInt();
    }

    /** Correct pairs by the features as they are and by every relabelling. */
    double[] correct(MatchRule rule) {
      return numbers(json.get("correct").get(rule.name().toLowerCase(Locale.ROOT)));
    }

    /** The four similarities of some pairs, by the pair's place. */
    Map<Integer, double[]> some() {
      var some = new TreeMap<Integer, double[]>();
      json.get("some")
          .properties()
          .forEach(entry -> some.put(Integer.valueOf(entry.getKey()), numbers(entry.getValue())));
      return some;
    }

    private String constant(String name) {
      return json.get(name).asString().toUpperCase(Locale.ROOT).replace('-', '_');
    }

    @Override
    public String toString() {
      return Stream.of(
              "participant", "features", "scheme", "voxels", "preset", "scale", "ridge", "metric")
          .map(name -> json.get(name).asString())
          .reduce((a, b) -> a + " " + b)
          .orElseThrow();
    }
  }

  static List<Configuration> configurations() {
    var configurations = new ArrayList<Configuration>();
    JSON.get("configurations").forEach(node -> configurations.add(new Configuration(node)));
    return configurations;
  }

  static List<String> words(String participant) {
    return JSON.get("words").get(participant).valueStream().map(JsonNode::asString).toList();
  }

  /** For every word the number of the word whose features it is given. */
  static List<int[]> permutations(String participant) {
    return JSON.get("permutations")
        .get(participant)
        .valueStream()
        .map(list -> IntStream.range(0, list.size()).map(i -> list.get(i).asInt()).toArray())
        .toList();
  }

  static Responses responses(String participant) {
    try {
      return ResponsesReader.read(
          FOLDER.resolve("data-science-" + participant + ".mat"), participant, ReadOptions.DEFAULT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Unscaled features of these words, words x features. */
  static double[][] features(String table, List<String> words) {
    try {
      FeatureSpace space = FeatureTable.read(FOLDER.resolve(table)).vectors(words);
      return words.stream().map(word -> space.vector(word).orElseThrow()).toArray(double[][]::new);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double[] numbers(JsonNode list) {
    return IntStream.range(0, list.size()).mapToDouble(i -> list.get(i).asDouble()).toArray();
  }
}
