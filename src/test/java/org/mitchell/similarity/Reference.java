package org.mitchell.similarity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.Stimulus;

/** What rsatoolbox makes of some responses: testdata/similarity/reference.py. */
final class Reference {
  private static final JsonNode JSON = read();

  private Reference() {}

  static JsonNode json() {
    return JSON;
  }

  static Responses responses(int participant) {
    JsonNode words = JSON.get("responses").get(participant);
    var trials = new float[words.size()][][];
    var stimuli = new ArrayList<Stimulus>();
    for (int w = 0; w < trials.length; w++) {
      stimuli.add(new Stimulus("word" + w, ""));
      trials[w] = new float[words.get(w).size()][];
      for (int p = 0; p < trials[w].length; p++) {
        double[] values = numbers(words.get(w).get(p));
        trials[w][p] = new float[values.length];
        for (int v = 0; v < values.length; v++) {
          trials[w][p][v] = (float) values[v];
        }
      }
    }
    return new Responses("T", "SIMULATED", stimuli, trials, Optional.empty(), List.of());
  }

  static Dissimilarities images(int participant, Distance distance) {
    int[] all = IntStream.range(0, responses(participant).voxels()).toArray();
    return new ImageDistances(responses(participant), distance).of(all);
  }

  static Dissimilarities features() {
    return Distance.CORRELATION.of(rows(JSON.get("features")));
  }

  static double[][] rows(JsonNode node) {
    return StreamSupport.stream(node.spliterator(), false)
        .map(Reference::numbers)
        .toArray(double[][]::new);
  }

  static double[] numbers(JsonNode node) {
    return StreamSupport.stream(node.spliterator(), false)
        .mapToDouble(JsonNode::asDouble)
        .toArray();
  }

  private static JsonNode read() {
    try {
      return new ObjectMapper().readTree(Path.of("testdata/similarity/reference.json").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
