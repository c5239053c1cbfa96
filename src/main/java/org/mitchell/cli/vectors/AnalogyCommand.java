package org.mitchell.cli.vectors;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mitchell.cli.options.CommonOptions;
import org.mitchell.cli.options.UsageException;
import org.mitchell.vectors.WordVectors;
import org.mitchell.vectors.questions.Metric;
import org.mitchell.vectors.questions.Neighbours.Method;
import org.mitchell.words.WordMatch;
import org.mitchell.words.WordSum;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mitchell vectors analogy}: king - man + woman. */
@Command(
    name = "analogy",
    description = "Answer an analogy: king man woman asks for king - man + woman.",
    footer = {
      "",
      "Sums of other words are given as one argument: \"paris - france + japan\". The words of the"
          + " question are no answer."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class AnalogyCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "WORD",
      arity = "1..*",
      description = "three words A B C, for A - B + C; or a sum of words in quotes")
  private List<String> words;

  @Option(
      names = "--method",
      paramLabel = "METHOD",
      description =
          "3cosadd (sum of cosines) or 3cosmul (product, Levy and Goldberg 2014) (default:"
              + " 3cosadd)")
  private String method = Method.COSADD.typed();

  @Mixin private AnswerOptions answers;
  @Mixin private CommonOptions common;

  @Override
  public Integer call() throws IOException {
    int most = answers.most();
    WordSum sum = sum();
    if (answers.metric() == Metric.EUCLID) {
      throw new UsageException(
          "--metric: got euclid where cosine or correlation is expected: analogies are sums of"
              + " directions");
    }
    Method method = method();
    WordVectors vectors = answers.read(common);
    List<Integer> plus = positions(vectors, sum.plus());
    List<Integer> minus = positions(vectors, sum.minus());
    var answer = answers.neighbours(vectors).analogy(plus, minus, method, answers.metric(), most);
    String metric = answers.metric().name().toLowerCase(Locale.ROOT);
    common.print("%s in %s, %s of %ss".formatted(sum, vectors.name(), method.typed(), metric));
    AnswerOptions.print(answer, common);
    var json = new LinkedHashMap<String, Object>();
    json.put("plus", plus.stream().map(vectors.words()::get).toList());
    json.put("minus", minus.stream().map(vectors.words()::get).toList());
    json.put("vectors", vectors.name());
    json.put("method", method.typed());
    json.put("metric", metric);
    json.put("answers", AnswerOptions.json(answer));
    common.printJson(json);
    return 0;
  }

  private Method method() {
    return Arrays.stream(Method.values())
        .filter(value -> value.typed().equals(method.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageException(
                    "--method: got '%s' where 3cosadd or 3cosmul is expected".formatted(method)));
  }

  private WordSum sum() {
    Optional<WordSum> sum = WordSum.parse(String.join(" ", words));
    if (sum.isEmpty() && words.size() == 3) {
      return WordSum.analogy(words.get(0), words.get(1), words.get(2));
    }
    return sum.orElseThrow(
        () ->
            new UsageException(
                "got '%s' where three words are expected, as in king man woman, or a sum, as in \"king - man + woman\""
                    .formatted(String.join(" ", words))));
  }

  private List<Integer> positions(WordVectors vectors, List<String> asked) {
    List<WordMatch> found = VocabularyOptions.find(vectors, asked, common);
    VocabularyOptions.requireDirections(vectors, found, answers.metric());
    return found.stream().map(WordMatch::position).toList();
  }
}
