package org.mitchell.evaluation.across;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import org.mitchell.evaluation.folds.Fold;
import org.mitchell.evaluation.folds.Folds;
import org.mitchell.fmri.Affine;
import org.mitchell.fmri.CommonVoxels;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.Space;
import org.mitchell.fmri.Stimulus;
import org.mitchell.fmri.VoxelGrid;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;

/** The three participants of testdata/across/across.py. */
final class AcrossStudy {
  static final int DIMENSIONS = 3;

  private static final JsonNode STUDY = read("study.json");
  private static final Affine TWO_MM =
      Affine.of(new double[][] {{2, 0, 0, 0}, {0, 2, 0, 0}, {0, 0, 2, 0}, {0, 0, 0, 1}});

  private AcrossStudy() {}

  static List<JsonNode> cases() {
    return StreamSupport.stream(read("expected.json").spliterator(), false).toList();
  }

  static List<Responses> participants() {
    return IntStream.range(0, 3).mapToObj(AcrossStudy::responses).toList();
  }

  static List<int[]> exchanges() {
    return List.of(whole(STUDY.get("exchanges")));
  }

  static double[][] features() {
    return StreamSupport.stream(STUDY.get("features").spliterator(), false)
        .map(
            row -> IntStream.range(0, row.size()).mapToDouble(i -> row.get(i).asDouble()).toArray())
        .toArray(double[][]::new);
  }

  static EvaluationOptions options(JsonNode how) {
    int voxels = how.get("voxels").asInt();
    Preset preset = how.get("preset").asText().equals("paper") ? Preset.PAPER : Preset.STRICT;
    boolean cosine = how.get("metric").asText().equals("cosine");
    return new EvaluationOptions(
        new EncodingOptions(preset, Scale.UNIT, how.get("ridge").asDouble()),
        voxels == 0 ? OptionalInt.empty() : OptionalInt.of(voxels),
        cosine ? Metric.COSINE : Metric.CORRELATION,
        MatchRule.SUM);
  }

  /** All ways, with the exchanges of the study. */
  static Map<Way, List<Reached>> reached(
      List<Responses> participants, EvaluationOptions options, int threads) {
    return reached(participants, options, List.of(Way.values()), List.of(), threads);
  }

  static Map<Way, List<Reached>> reached(
      List<Responses> participants,
      EvaluationOptions options,
      List<Way> ways,
      List<int[]> relabellings,
      int threads) {
    List<Fold> folds = Folds.leaveTwoOut(participants.get(0).words().size());
    var common =
        CommonVoxels.of(
            participants.stream().map(Responses::participant).toList(),
            participants.stream().map(one -> one.grid().orElseThrow()).toList(),
            participants.size());
    try (var workers = new Workers(threads)) {
      var brains = new ArrayList<Brain>();
      for (int k = 0; k < participants.size(); k++) {
        var analysis = new EncodingAnalysis(participants.get(k), features(), options);
        brains.add(Brain.of(analysis, folds, Optional.of(common.columns(k)), workers));
      }
      return AcrossParticipants.of(
          new AcrossPlan(ways, DIMENSIONS, relabellings, exchanges()),
          brains,
          folds,
          features(),
          options,
          workers,
          Progress.NONE);
    }
  }

  private static Responses responses(int participant) {
    JsonNode one = STUDY.get("participants").get(participant);
    var stimuli = new ArrayList<Stimulus>();
    STUDY.get("words").forEach(word -> stimuli.add(new Stimulus(word.asText(), "")));
    var trials = new float[stimuli.size()][][];
    for (int w = 0; w < trials.length; w++) {
      trials[w] =
          StreamSupport.stream(one.get("trials").get(w).spliterator(), false)
              .map(AcrossStudy::values)
              .toArray(float[][]::new);
    }
    int[] dims = ints(STUDY.get("dims"));
    var grid = VoxelGrid.of(dims, TWO_MM, Space.MNI, whole(one.get("voxels")));
    return new Responses(
        one.get("label").asText(), "SIMULATED", stimuli, trials, Optional.of(grid), List.of());
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
        .map(AcrossStudy::ints)
        .toArray(int[][]::new);
  }

  private static int[] ints(JsonNode row) {
    return StreamSupport.stream(row.spliterator(), false).mapToInt(JsonNode::asInt).toArray();
  }

  private static JsonNode read(String name) {
    try {
      return new ObjectMapper().readTree(Path.of("testdata/across", name).toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
