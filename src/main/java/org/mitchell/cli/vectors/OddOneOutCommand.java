package org.mitchell.cli.vectors;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.mitchell.cli.options.CommonOptions;
import org.mitchell.cli.options.TypedWords;
import org.mitchell.cli.options.UsageException;
import org.mitchell.text.Counted;
import org.mitchell.vectors.WordVectors;
import org.mitchell.vectors.questions.Metric;
import org.mitchell.vectors.questions.OddOneOut;
import org.mitchell.words.WordMatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mitchell vectors odd-one-out}: the word that does not belong to the others. */
@Command(
    name = "odd-one-out",
    description = "Name the word that is least like the mean of all, its own vector among them.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class OddOneOutCommand implements Callable<Integer> {
  @Parameters(paramLabel = "WORD", arity = "1..*", description = "three words or more")
  private List<String> typed;

  @Option(
      names = "--metric",
      paramLabel = "METRIC",
      description = "${COMPLETION-CANDIDATES} (default: cosine)")
  private Metric metric = Metric.COSINE;

  @Mixin private AskedVectors asked;
  @Mixin private CommonOptions common;

  @Override
  public Integer call() throws IOException {
    List<String> words = TypedWords.of("WORD", typed);
    if (words.size() < 3) {
      throw new UsageException(
          "got %s where three or more are expected".formatted(Counted.of(words.size(), "word")));
    }
    WordVectors vectors = asked.read(common);
    List<WordMatch> found = VocabularyOptions.find(vectors, words, common);
    VocabularyOptions.requireDirections(
        vectors, found, metric == Metric.CORRELATION ? metric : Metric.COSINE);
    List<Double> likeness =
        OddOneOut.likeness(found.stream().map(m -> vectors.vector(m.position())).toList(), metric);
    List<Integer> order =
        IntStream.range(0, found.size())
            .boxed()
            .sorted(Comparator.comparingDouble(likeness::get))
            .toList();
    String odd = found.get(order.get(0)).word();
    common.print("%s is the odd one out in %s".formatted(odd, vectors.name()));
    int width = found.stream().mapToInt(m -> m.word().length()).max().orElse(1);
    var list = new ArrayList<Map<String, Object>>();
    for (int w : order) {
      double value = metric == Metric.EUCLID ? -likeness.get(w) : likeness.get(w);
      common.print(("  %-" + width + "s  %7.4f").formatted(found.get(w).word(), value));
      var json = new LinkedHashMap<String, Object>();
      json.put("word", found.get(w).word());
      json.put("toMean", value);
      list.add(json);
    }
    var json = new LinkedHashMap<String, Object>();
    json.put("odd", odd);
    json.put("vectors", vectors.name());
    json.put("metric", metric.name().toLowerCase(Locale.ROOT));
    json.put("words", list);
    common.printJson(json);
    return 0;
  }
}
