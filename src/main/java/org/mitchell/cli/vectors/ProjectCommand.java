package org.mitchell.cli.vectors;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.mitchell.cli.options.CommonOptions;
import org.mitchell.cli.options.TypedWords;
import org.mitchell.cli.options.UsageException;
import org.mitchell.files.InputException;
import org.mitchell.files.Json;
import org.mitchell.vectors.WordVectors;
import org.mitchell.vectors.questions.Axis;
import org.mitchell.vectors.questions.Metric;
import org.mitchell.words.WordMatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mitchell vectors project}: words on the line between two others. */
@Command(
    name = "project",
    description = "Put words on the line from one word to another, as from small to large.",
    footer = {
      "",
      "Vectors are scaled to unit length. The first word of the axis stands at 0, the second at 1;"
          + " beside the place is the cosine with the direction of the axis."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ProjectCommand implements Callable<Integer> {
  @Parameters(paramLabel = "WORD", arity = "1..*", description = "the words")
  private List<String> typed;

  @Option(
      names = "--axis",
      required = true,
      split = ",",
      paramLabel = "A,B",
      description = "the two words that it lies between: small,large")
  private List<String> axis;

  @Mixin private AskedVectors asked;
  @Mixin private CommonOptions common;

  /** A word and where it stands. */
  private record Placed(String word, Axis.Place place) {}

  @Override
  public Integer call() throws IOException {
    List<String> ends = TypedWords.of("--axis", axis);
    if (ends.size() != 2) {
      throw new UsageException(
          "--axis: got '%s' where two words are expected, as in small,large"
              .formatted(String.join(",", axis)));
    }
    List<String> words = TypedWords.of("WORD", typed);
    WordVectors vectors = asked.read(common);
    List<WordMatch> found = VocabularyOptions.find(vectors, ends, common);
    VocabularyOptions.requireDirections(vectors, found, Metric.COSINE);
    float[] from = vectors.vector(found.get(0).position());
    var line = new Axis(from, vectors.vector(found.get(1).position()));
    var placed = new ArrayList<Placed>();
    if (line.isPoint()) {
      throw new InputException(
          "'%s' and '%s' have the same direction in %s: there is no axis between them"
              .formatted(found.get(0).word(), found.get(1).word(), vectors.name()));
    }
    List<WordMatch> matches = VocabularyOptions.find(vectors, words, common);
    VocabularyOptions.requireDirections(vectors, matches, Metric.COSINE);
    for (WordMatch match : matches) {
      placed.add(new Placed(match.word(), line.of(vectors.vector(match.position()))));
    }
    placed.sort(Comparator.comparingDouble(p -> p.place.position()));
    print(vectors, found.stream().map(WordMatch::word).toList(), placed);
    return 0;
  }

  private void print(WordVectors vectors, List<String> ends, List<Placed> placed) {
    common.print("from %s (0) to %s (1) in %s".formatted(ends.get(0), ends.get(1), vectors.name()));
    int width = placed.stream().mapToInt(p -> p.word.length()).max().orElse(1);
    var list = new ArrayList<Map<String, Object>>();
    for (Placed each : placed) {
      common.print(
          ("  %-" + width + "s  %7.4f  (cosine %.4f)")
              .formatted(each.word, each.place.position(), each.place.cosine()));
      var json = new LinkedHashMap<String, Object>();
      json.put("word", each.word);
      json.put("position", Json.number(each.place.position()));
      json.put("cosine", Json.number(each.place.cosine()));
      list.add(json);
    }
    var json = new LinkedHashMap<String, Object>();
    json.put("axis", ends);
    json.put("vectors", vectors.name());
    json.put("words", list);
    common.printJson(json);
  }
}
