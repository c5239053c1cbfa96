package org.mitchell.trials;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Runs that the scripts in testdata/trials have made. */
final class MadeRuns {
  private MadeRuns() {}

  static Stream<JsonNode> of(String file) throws IOException {
    JsonNode cases = new ObjectMapper().readTree(Path.of("testdata/trials", file).toFile());
    return StreamSupport.stream(cases.spliterator(), false);
  }

  static TrialMethod method(JsonNode made, String name) {
    String response = made.get("hrf").asText().toUpperCase(Locale.ROOT);
    return TrialMethod.of(name, HaemodynamicResponse.valueOf(response));
  }

  /** Frames x voxels. */
  static float[][] bold(JsonNode made) {
    return Stream.of(rows(made.get("bold"))).map(MadeRuns::floats).toArray(float[][]::new);
  }

  static RunDesign design(JsonNode made) {
    double duration = made.get("duration").asDouble();
    var others = new LinkedHashMap<String, List<Event>>();
    if (!made.get("others").isEmpty()) {
      others.put("other", events(made.get("others"), duration));
    }
    var confounds = new LinkedHashMap<String, double[]>();
    for (double[] column : rows(made.get("confounds"))) {
      confounds.put("c" + confounds.size(), column);
    }
    String[] drift = made.get("drift").asText().split(":");
    return new RunDesign(
        new FrameTimes(
            made.get("start").asDouble(), made.get("tr").asDouble(), made.get("count").asInt()),
        events(made.get("onsets"), duration),
        others,
        drift[0].equals("cosine")
            ? new Drift.Cosine(Double.parseDouble(drift[1]))
            : new Drift.Polynomial(Integer.parseInt(drift[1])),
        confounds);
  }

  private static List<Event> events(JsonNode onsets, double duration) {
    var events = new ArrayList<Event>();
    onsets.forEach(onset -> events.add(new Event(onset.asDouble(), duration, "word")));
    return events;
  }

  static double[][] rows(JsonNode rows) {
    return StreamSupport.stream(rows.spliterator(), false)
        .map(
            row ->
                StreamSupport.stream(row.spliterator(), false)
                    .mapToDouble(JsonNode::asDouble)
                    .toArray())
        .toArray(double[][]::new);
  }

  private static float[] floats(double[] row) {
    var floats = new float[row.length];
    for (int i = 0; i < row.length; i++) {
      floats[i] = (float) row[i];
    }
    return floats;
  }
}
