package org.mitchell.evaluation.across;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.mitchell.encoding.Scale;
import org.mitchell.evaluation.EncodingAnalysis;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.evaluation.JsonStudy;
import org.mitchell.evaluation.folds.Fold;
import org.mitchell.evaluation.folds.Folds;
import org.mitchell.fmri.CommonVoxels;
import org.mitchell.fmri.Responses;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;

/** The three participants of testdata/across/across.py. */
final class AcrossStudy {
  static final int DIMENSIONS = 3;

  private static final JsonStudy STUDY = JsonStudy.in("across");

  private AcrossStudy() {}

  static List<JsonNode> cases() {
    return STUDY.cases();
  }

  static List<Responses> participants() {
    return IntStream.range(0, 3).mapToObj(STUDY::responses).toList();
  }

  static List<int[]> exchanges() {
    return List.of(JsonStudy.whole(STUDY.study().get("exchanges")));
  }

  static double[][] features() {
    return StreamSupport.stream(STUDY.study().get("features").spliterator(), false)
        .map(JsonStudy::numbers)
        .toArray(double[][]::new);
  }

  static EvaluationOptions options(JsonNode how) {
    return JsonStudy.options(how, Scale.UNIT, how.get("ridge").asDouble());
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
}
