package org.mitchell.inference;

import java.nio.file.Path;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The figures in testdata/maps/inference.json, which another program counted one by one. */
final class ExpectedInference {
  private static final JsonNode JSON =
      new ObjectMapper().readTree(Path.of("testdata/maps/inference.json").toFile());

  private ExpectedInference() {}

  static JsonNode of(String name) {
    return JSON.get(name);
  }

  /** Numbers; null is NaN. */
  static double[] numbers(JsonNode list) {
    return IntStream.range(0, list.size())
        .mapToDouble(i -> list.get(i).isNull() ? Double.NaN : list.get(i).asDouble())
        .toArray();
  }

  static double[][] rows(JsonNode list) {
    return IntStream.range(0, list.size())
        .mapToObj(i -> numbers(list.get(i)))
        .toArray(double[][]::new);
  }
}
