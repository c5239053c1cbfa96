package org.mitchell.cli.vectors;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.mitchell.cli.options.CommonOptions;
import org.mitchell.cli.options.TypedWords;
import org.mitchell.vectors.WordVectors;
import org.mitchell.words.WordMatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code mitchell vectors neighbours}: the nearest words of a word. */
@Command(
    name = "neighbours",
    description = "List the words whose vectors are nearest to a word's.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class NeighboursCommand implements Callable<Integer> {
  @Parameters(paramLabel = "WORD", description = "the word")
  private String word;

  @Mixin private AnswerOptions answers;
  @Mixin private CommonOptions common;

  @Override
  public Integer call() throws IOException {
    int most = answers.most();
    List<String> words = TypedWords.of("WORD", List.of(word));
    WordVectors vectors = answers.read(common);
    List<WordMatch> found = VocabularyOptions.find(vectors, words, common);
    VocabularyOptions.requireDirections(vectors, found, answers.metric());
    WordMatch match = found.get(0);
    var neighbours =
        answers
            .neighbours(vectors)
            .of(vectors.vector(match.position()), answers.metric(), most, Set.of(match.position()));
    String metric = answers.metric().name().toLowerCase(Locale.ROOT);
    common.print("nearest to %s in %s, %s".formatted(match.word(), vectors.name(), metric));
    AnswerOptions.print(neighbours, common);
    var json = new LinkedHashMap<String, Object>();
    json.put("word", match.word());
    json.put("asked", words.get(0));
    json.put("vectors", vectors.name());
    json.put("metric", metric);
    json.put("neighbours", AnswerOptions.json(neighbours));
    common.printJson(json);
    return 0;
  }
}
