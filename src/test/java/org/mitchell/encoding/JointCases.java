package org.mitchell.encoding;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Several spaces and what testdata/joint/joint.py makes of them by refitting every fold. */
public final class JointCases {
  public static final JsonNode FILE =
      new ObjectMapper().readTree(Path.of("testdata/joint/joint.json").toFile());

  private JointCases() {}

  /** A preset and a scale. */
  record Case(JsonNode json) {
    EncodingOptions options(Penalty penalty, int spaces, Combination combination) {
      return new EncodingOptions(
          Preset.valueOf(upper("preset")),
          Scale.valueOf(upper("scale")),
          penalty,
          new Spaces(widths().subList(0, spaces), combination));
    }

    /** As models take them: in preset paper without their mean. */
    double[][] images() {
      double[][] images = table(FILE.get("images"));
      return json.get("preset").asString().equals("paper") ? withoutMean(images) : images;
    }

    int[][] leftOut() {
      return folds().map(fold -> integers(fold.get("out"))).toArray(int[][]::new);
    }

    Stream<JsonNode> folds() {
      return StreamSupport.stream(json.get("folds").spliterator(), false);
    }

    private String upper(String name) {
      return json.get(name).asString().toUpperCase(Locale.ROOT);
    }

    @Override
    public String toString() {
      return json.get("preset").asString() + " " + json.get("scale").asString();
    }
  }

  static Stream<Case> all() {
    return StreamSupport.stream(FILE.get("cases").spliterator(), false).map(Case::new);
  }

  static List<Integer> widths() {
    return StreamSupport.stream(FILE.get("spaces").spliterator(), false)
        .map(space -> space.get(0).size())
        .toList();
  }

  /** The first spaces side by side, words x features. */
  static double[][] features(int spaces) {
    List<double[][]> each =
        IntStream.range(0, spaces).mapToObj(s -> table(FILE.get("spaces").get(s))).toList();
    return IntStream.range(0, each.get(0).length)
        .mapToObj(w -> each.stream().flatMapToDouble(space -> Arrays.stream(space[w])).toArray())
        .toArray(double[][]::new);
  }

  static PenaltyGrid penalties() {
    return PenaltyGrid.of(numbers(FILE.get("penalties")));
  }

  static double[][] withoutMean(double[][] rows) {
    double[][] centred = Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
    for (int v = 0; v < rows[0].length; v++) {
      int voxel = v;
      double mean = Arrays.stream(rows).mapToDouble(row -> row[voxel]).average().orElseThrow();
      for (double[] row : centred) {
        row[v] -= mean;
      }
    }
    return centred;
  }

  public static double[][] table(JsonNode rows) {
    return StreamSupport.stream(rows.spliterator(), false)
        .map(JointCases::numbers)
        .toArray(double[][]::new);
  }

  public static double[] numbers(JsonNode row) {
    return StreamSupport.stream(row.spliterator(), false).mapToDouble(JsonNode::asDouble).toArray();
  }

  static int[] integers(JsonNode row) {
    return StreamSupport.stream(row.spliterator(), false).mapToInt(JsonNode::asInt).toArray();
  }
}
