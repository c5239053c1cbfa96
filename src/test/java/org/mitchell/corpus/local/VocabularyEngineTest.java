package org.mitchell.corpus.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mitchell.corpus.formats.CorpusFormat;
import org.mitchell.corpus.formats.Damage;
import org.mitchell.corpus.formats.ReadingOptions;
import org.mitchell.corpus.words.CountedWord;
import org.mitchell.corpus.words.Frequencies;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;
import org.mitchell.words.NastyText;
import org.mitchell.words.ReferenceTokens;

class VocabularyEngineTest {
  @TempDir private Path folder;

  @Test
  void theWordsAreTheTokensOfTheReferenceWhateverThePieces() throws IOException {
    for (int seed = 0; seed < 4; seed++) {
      String text = NastyText.of(new Random(seed), 200);
      var expected =
          ReferenceTokens.of(text).stream()
              .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
      int length = text.getBytes(StandardCharsets.UTF_8).length;
      for (int size = 1; size <= length; size += 7) {
        var words =
            words(text, size).stream()
                .collect(Collectors.toMap(CountedWord::word, CountedWord::count));

        assertThat(words).as("seed %d, pieces of %d", seed, size).isEqualTo(expected);
      }
    }
  }

  private List<CountedWord> words(String text, int size) throws IOException {
    var options = ReadingOptions.DEFAULT.as(CorpusFormat.TEXT);
    var engine = new VocabularyEngine(options, Damage.FAIL, new ShardPlan(size, 3L * size));
    try (var frequencies = new Frequencies(folder);
        var workers = new Workers(2)) {
      engine.count(List.of(Texts.of(text)), frequencies, workers, Progress.NONE);
      var words = frequencies.mostFrequent(0, Integer.MAX_VALUE).words();
      assertThat(frequencies.all())
          .as("all, in no order")
          .isEqualTo(
              words.stream().collect(Collectors.toMap(CountedWord::word, CountedWord::count)));
      return words;
    }
  }
}
