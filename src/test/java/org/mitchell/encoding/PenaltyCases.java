package org.mitchell.encoding;

import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The cases of testdata/ridge/penalties.json, which another program computed by refitting. */
final class PenaltyCases {
  private static final Path FILE = Path.of("testdata/ridge/penalties.json");

  private PenaltyCases() {}

  /** Features, images and penalties, and what comes of them in some folds. */
  record Case(JsonNode json) {
    EncodingOptions options() {
      return new EncodingOptions(Preset.valueOf(upper("preset")), Scale.valueOf(upper("scale")), 0);
    }

    PenaltyGrid grid() {
      return PenaltyGrid.of(numbers(json.get("penalties")));
    }

    double[][] features() {
      return table(json.get("features"));
    }

    double[][] images() {
      return table(json.get("images"));
    }

    double[][] coefficients() {
      return table(json.get("coefficients"));
    }

    Stream<Fold> folds() {
      return StreamSupport.stream(json.get("folds").spliterator(), false).map(Fold::new);
    }

    PenaltyPath path() {
      return PenaltyPath.of(features(), options(), grid());
    }

    private String upper(String name) {
      return json.get(name).asString().toUpperCase(Locale.ROOT);
    }

    @Override
    public String toString() {
      return json.get("name").asString();
    }
  }

  /** Words that are held out, and the leave-one-out errors of the others. */
  record Fold(JsonNode json) {
    int[] heldOut() {
      return integers(json.get("heldOut"));
    }

    double[][] errors() {
      return table(json.get("errors"));
    }

    int global() {
      return json.get("global").asInt();
    }

    int[] voxels() {
      return integers(json.get("voxels"));
    }
  }

  static Stream<Case> all() {
    JsonNode cases = new ObjectMapper().readTree(FILE.toFile()).get("cases");
    return StreamSupport.stream(cases.spliterator(), false).map(Case::new);
  }

  private static double[][] table(JsonNode rows) {
    return StreamSupport.stream(rows.spliterator(), false)
        .map(PenaltyCases::numbers)
        .toArray(double[][]::new);
  }

  private static double[] numbers(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false)
        .mapToDouble(JsonNode::asDouble)
        .toArray();
  }

  private static int[] integers(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).mapToInt(JsonNode::asInt).toArray();
  }
}
