package org.mitchell.evaluation.ceilings;

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
import org.mitchell.evaluation.EncodingAnalysis;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.evaluation.MatchRule;
import org.mitchell.evaluation.Metric;
import org.mitchell.evaluation.schemes.Scheme;
import org.mitchell.fmri.Affine;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.Space;
import org.mitchell.fmri.Stimulus;
import org.mitchell.fmri.VoxelGrid;

/** The three participants of testdata/ceilings/ceilings.py. */
final class CeilingStudy {
  private static final JsonNode STUDY = read("study.json");
  private static final Affine TWO_MM =
      Affine.of(new double[][] {{2, 0, 0, 0}, {0, 2, 0, 0}, {0, 0, 2, 0}, {0, 0, 0, 1}});

  private CeilingStudy() {}

  static List<JsonNode> cases() {
    return StreamSupport.stream(read("expected.json").spliterator(), false).toList();
  }

  static List<SplitHalves> splits() {
    return StreamSupport.stream(STUDY.get("splits").spliterator(), false)
        .map(split -> new SplitHalves(whole(split)))
        .toList();
  }

  static Responses responses(int participant) {
    JsonNode one = STUDY.get("participants").get(participant);
    var stimuli = new ArrayList<Stimulus>();
    STUDY.get("words").forEach(word -> stimuli.add(new Stimulus(word.asText(), "")));
    var trials = new float[stimuli.size()][][];
    for (int w = 0; w < trials.length; w++) {
      trials[w] =
          StreamSupport.stream(one.get("trials").get(w).spliterator(), false)
              .map(CeilingStudy::values)
              .toArray(float[][]::new);
    }
    int[] dims = ints(STUDY.get("dims"));
    var grid = VoxelGrid.of(dims, TWO_MM, Space.MNI, whole(one.get("voxels")));
    return new Responses(
        one.get("label").asText(), "SIMULATED", stimuli, trials, Optional.of(grid), List.of());
  }

  static EncodingAnalysis analysis(Responses responses, JsonNode how) {
    int voxels = how.get("voxels").asInt();
    Preset preset = how.get("preset").asText().equals("paper") ? Preset.PAPER : Preset.STRICT;
    boolean cosine = how.get("metric").asText().equals("cosine");
    var options =
        new EvaluationOptions(
            new EncodingOptions(preset, Scale.NONE, 1),
            voxels == 0 ? OptionalInt.empty() : OptionalInt.of(voxels),
            cosine ? Metric.COSINE : Metric.CORRELATION,
            MatchRule.SUM);
    double[][] noFeatures =
        IntStream.range(0, responses.stimuli().size())
            .mapToObj(w -> new double[] {w})
            .toArray(double[][]::new);
    return new EncodingAnalysis(responses, noFeatures, options);
  }

  /** The case of another criterion of voxels: testdata/ceilings/selection.py. */
  static JsonNode selection() {
    return read("selection.json");
  }

  static Optional<Scheme> scheme(JsonNode how) {
    return how.get("rank").asBoolean() ? Optional.empty() : Optional.of(Scheme.LEAVE_TWO_OUT);
  }

  private static float[] values(JsonNode node) {
    var values = new float[node.size()];
    for (int v = 0; v < values.length; v++) {
      values[v] = (float) node.get(v).asDouble();
    }
    return values;
  }

  private static int[][] whole(JsonNode rows) {
    return StreamSupport.stream(rows.spliterator(), false)
        .map(CeilingStudy::ints)
        .toArray(int[][]::new);
  }

  private static int[] ints(JsonNode row) {
    return StreamSupport.stream(row.spliterator(), false).mapToInt(JsonNode::asInt).toArray();
  }

  private static JsonNode read(String name) {
    try {
      return new ObjectMapper().readTree(Path.of("testdata/ceilings", name).toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
