package org.mitchell.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.mitchell.encoding.EncodingOptions;
import org.mitchell.encoding.Preset;
import org.mitchell.encoding.Scale;
import org.mitchell.fmri.Affine;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.Space;
import org.mitchell.fmri.Stimulus;
import org.mitchell.fmri.VoxelGrid;

/**
 * Participants of a folder of testdata, as its program wrote them into study.json, and the cases
 * whose figures it worked out.
 */
public record JsonStudy(Path folder, JsonNode study) {
  private static final Affine TWO_MM =
      Affine.of(new double[][] {{2, 0, 0, 0}, {0, 2, 0, 0}, {0, 0, 2, 0}, {0, 0, 0, 1}});

  public static JsonStudy in(String folder) {
    Path path = Path.of("testdata", folder);
    return new JsonStudy(path, read(path.resolve("study.json")));
  }

  public List<JsonNode> cases() {
    return StreamSupport.stream(file("expected.json").spliterator(), false).toList();
  }

  public JsonNode file(String name) {
    return read(folder.resolve(name));
  }

  public Responses responses(int participant) {
    JsonNode one = study.get("participants").get(participant);
    var stimuli = new ArrayList<Stimulus>();
    study.get("words").forEach(word -> stimuli.add(new Stimulus(word.asText(), "")));
    var trials = new float[stimuli.size()][][];
    for (int w = 0; w < trials.length; w++) {
      trials[w] =
          StreamSupport.stream(one.get("trials").get(w).spliterator(), false)
              .map(JsonStudy::values)
              .toArray(float[][]::new);
    }
    var grid = VoxelGrid.of(ints(study.get("dims")), TWO_MM, Space.MNI, whole(one.get("voxels")));
    return new Responses(
        one.get("label").asText(), "SIMULATED", stimuli, trials, Optional.of(grid), List.of());
  }

  /** How a case is evaluated: its number of voxels (0 for all), preset and metric. */
  public static EvaluationOptions options(JsonNode how, Scale scale, double ridge) {
    int voxels = how.get("voxels").asInt();
    Preset preset = how.get("preset").asText().equals("paper") ? Preset.PAPER : Preset.STRICT;
    boolean cosine = how.get("metric").asText().equals("cosine");
    return new EvaluationOptions(
        new EncodingOptions(preset, scale, ridge),
        voxels == 0 ? OptionalInt.empty() : OptionalInt.of(voxels),
        cosine ? Metric.COSINE : Metric.CORRELATION,
        MatchRule.SUM);
  }

  public static double[] numbers(JsonNode row) {
    return IntStream.range(0, row.size()).mapToDouble(i -> row.get(i).asDouble()).toArray();
  }

  public static int[][] whole(JsonNode rows) {
    return StreamSupport.stream(rows.spliterator(), false)
        .map(JsonStudy::ints)
        .toArray(int[][]::new);
  }

  private static int[] ints(JsonNode row) {
    return StreamSupport.stream(row.spliterator(), false).mapToInt(JsonNode::asInt).toArray();
  }

  private static float[] values(JsonNode node) {
    var values = new float[node.size()];
    for (int v = 0; v < values.length; v++) {
      values[v] = (float) node.get(v).asDouble();
    }
    return values;
  }

  private static JsonNode read(Path file) {
    try {
      return new ObjectMapper().readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
