package org.mitchell.derivatives;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.mitchell.evaluation.groups.GroupResult;
import org.mitchell.evaluation.groups.ParticipantsTest;
import org.mitchell.files.Json;

/** What several participants say together, under the names that scripts rely on. */
public final class GroupSummary {
  private GroupSummary() {}

  /** For JSON. */
  public static Map<String, Object> of(GroupResult group) {
    var map = new LinkedHashMap<String, Object>();
    map.put("accuracies", group.accuracies());
    map.put("chance", group.chance());
    map.put("mean", group.mean());
    map.put("participants", participants(group.participants()));
    map.put("words", group.words().map(GroupSummary::words).orElse(null));
    map.put("permutations", group.permutations().map(n -> n.size()).orElse(0));
    map.put("p", Json.number(group.permutationP()));
    map.put("null", group.permutations().map(EvaluationSummary::nullDistribution).orElse(null));
    return map;
  }

  private static Map<String, Object> participants(ParticipantsTest test) {
    var map = new LinkedHashMap<String, Object>();
    map.put("ci95", Arrays.asList(Json.number(test.low()), Json.number(test.high())));
    map.put("t", Json.number(test.t()));
    map.put("p", Json.number(test.pAbove()));
    map.put("pSignFlip", Json.number(test.signFlips().pAbove()));
    map.put("signPatterns", test.signFlips().patterns());
    return map;
  }

  private static Map<String, Object> words(
      org.mitchell.evaluation.intervals.SubsampleInterval interval) {
    var map = new LinkedHashMap<String, Object>();
    map.put("ci95", EvaluationSummary.ends(interval));
    map.put("standardError", Json.number(interval.standardError()));
    return map;
  }
}
