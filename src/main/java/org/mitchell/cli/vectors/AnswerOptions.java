package org.mitchell.cli.vectors;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mitchell.cli.options.CommonOptions;
import org.mitchell.cli.options.UsageException;
import org.mitchell.vectors.WordVectors;
import org.mitchell.vectors.questions.Metric;
import org.mitchell.vectors.questions.Neighbours;
import org.mitchell.vectors.questions.Neighbours.Neighbour;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which vectors are asked, how near words are to be, and how many are told. */
final class AnswerOptions {
  @Mixin private AskedVectors asked;

  @Option(
      names = "--metric",
      paramLabel = "METRIC",
      description = "${COMPLETION-CANDIDATES} (default: cosine)")
  private Metric metric = Metric.COSINE;

  @Option(
      names = "--most",
      paramLabel = "N",
      description = "how many words to tell (default: ${DEFAULT-VALUE})")
  private int most = 10;

  /** The vectors that are asked. */
  WordVectors read(CommonOptions common) throws IOException {
    return asked.read(common);
  }

  /** The words among which answers are looked for. */
  Neighbours neighbours(WordVectors vectors) {
    return new Neighbours(vectors, asked.restrict());
  }

  Metric metric() {
    return metric;
  }

  int most() {
    if (most < 1) {
      throw new UsageException(
          "--most: got %d where a number from 1 up is expected".formatted(most));
    }
    return most;
  }

  static void print(List<Neighbour> neighbours, CommonOptions common) {
    if (neighbours.isEmpty()) {
      common.print("  no other word can be compared with it");
    }
    int width = neighbours.stream().mapToInt(n -> n.word().length()).max().orElse(1);
    for (Neighbour neighbour : neighbours) {
      common.print(("  %-" + width + "s  %7.4f").formatted(neighbour.word(), neighbour.score()));
    }
  }

  static List<Map<String, Object>> json(List<Neighbour> neighbours) {
    var list = new ArrayList<Map<String, Object>>();
    for (Neighbour neighbour : neighbours) {
      var json = new LinkedHashMap<String, Object>();
      json.put("word", neighbour.word());
      json.put("row", neighbour.position() + 1);
      json.put("score", neighbour.score());
      list.add(json);
    }
    return list;
  }
}
