package org.mitchell.cli.vectors;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import org.mitchell.cli.options.CommonOptions;
import org.mitchell.files.Json;
import org.mitchell.vectors.WordVectors;
import org.mitchell.vectors.questions.Metric;
import org.mitchell.words.WordMatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code mitchell vectors similarity}: how alike two words are. */
@Command(
    name = "similarity",
    description = "Say how alike two words are: cosine, correlation and distance side by side.",
    footer = {
      "",
      "The correlation is the cosine of vectors without the means of their numbers: where means are"
          + " near 0 the two are nearly the same."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class SimilarityCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "A", description = "a word")
  private String first;

  @Parameters(index = "1", paramLabel = "B", description = "the word to compare it with")
  private String second;

  @Mixin private AskedVectors asked;
  @Mixin private CommonOptions common;

  @Override
  public Integer call() throws IOException {
    WordVectors vectors = asked.read(common);
    List<WordMatch> found = VocabularyOptions.find(vectors, List.of(first, second), common);
    float[] a = vectors.vector(found.get(0).position());
    float[] b = vectors.vector(found.get(1).position());
    double cosine = Metric.COSINE.of(a, b);
    double correlation = Metric.CORRELATION.of(a, b);
    double distance = Metric.EUCLID.of(a, b);
    common.print(
        "%s and %s in %s".formatted(found.get(0).word(), found.get(1).word(), vectors.name()));
    common.print("  cosine              %8s".formatted(Figure.of(cosine)));
    common.print(
        "  correlation         %8s  (the cosine of vectors without their means, which are %.4f and %.4f)"
            .formatted(Figure.of(correlation), mean(a), mean(b)));
    common.print("  difference          %8s".formatted(Figure.of(cosine - correlation)));
    common.print("  Euclidean distance  %8.4f".formatted(distance));
    var json = new LinkedHashMap<String, Object>();
    json.put("a", found.get(0).word());
    json.put("b", found.get(1).word());
    json.put("vectors", vectors.name());
    json.put("cosine", Json.number(cosine));
    json.put("correlation", Json.number(correlation));
    json.put("difference", Json.number(cosine - correlation));
    json.put("euclid", Json.number(distance));
    json.put("meanOfA", mean(a));
    json.put("meanOfB", mean(b));
    common.printJson(json);
    return 0;
  }

  private static double mean(float[] vector) {
    double sum = 0;
    for (float number : vector) {
      sum += number;
    }
    return sum / vector.length;
  }
}
