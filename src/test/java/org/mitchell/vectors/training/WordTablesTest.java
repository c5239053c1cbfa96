package org.mitchell.vectors.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mitchell.corpus.words.CountedWord;
import org.mitchell.files.Json;
import tools.jackson.databind.JsonNode;

/** What is known of words before training, against testdata/vectors/word2vec_tables.py. */
class WordTablesTest {
  private static final Path EXPECTED = Path.of("testdata/vectors/word2vec_tables.json");

  private JsonNode expected;
  private TrainingVocabulary vocabulary;

  @BeforeEach
  void read() throws IOException {
    expected = Json.read(EXPECTED);
    vocabulary =
        new TrainingVocabulary(
            IntStream.range(0, expected.path("counts").size())
                .mapToObj(i -> new CountedWord("w" + i, expected.path("counts").get(i).asLong()))
                .toList());
  }

  @Test
  void frequentWordsAreKeptAsOftenAsInTheOriginalProgram() {
    var subsampling = new Subsampling(vocabulary, expected.path("sample").asDouble());
    for (int word = 0; word < vocabulary.size(); word++) {
      assertThat((double) subsampling.kept(word))
          .as("word " + word)
          .isCloseTo(expected.path("kept").get(word).asDouble(), within(1e-6));
    }
    assertThat(new Subsampling(vocabulary, 0).kept(0)).isEqualTo(1);
  }

  @Test
  void negativeSamplesComeAsOftenAsTheirPlacesInTheTableOfTheOriginal() {
    var sampling = new NegativeSampling(vocabulary);
    var draws = new Draws();
    var drawn = new int[vocabulary.size()];
    int times = 4_000_000;
    draws.begin(5, 0, 0);
    for (int i = 0; i < times; i++) {
      drawn[sampling.draw(draws)]++;
    }
    for (int word = 0; word < drawn.length; word++) {
      double share = expected.path("shares").get(word).asDouble();
      double deviation = Math.sqrt(share * (1 - share) / times);
      assertThat(drawn[word] / (double) times)
          .as("word " + word)
          .isCloseTo(share, within(4.5 * deviation + 1e-6));
      assertThat(NegativeSampling.shares(vocabulary)[word]).isCloseTo(share, within(1.5e-6));
    }
  }

  @Test
  void pathsInTheTreeAreThoseThatASlowSearchForTheTwoRarestGives() {
    var tree = new HuffmanTree(vocabulary);
    for (int word = 0; word < vocabulary.size(); word++) {
      assertThat(tree.nodes(word)).as("nodes of " + word).containsExactly(ints("nodes", word));
      var turns = new int[tree.turns(word).length];
      for (int i = 0; i < turns.length; i++) {
        turns[i] = tree.turns(word)[i];
      }
      assertThat(turns).as("turns of " + word).containsExactly(ints("turns", word));
    }
  }

  private int[] ints(String name, int word) {
    JsonNode path = expected.path(name).get(word);
    return IntStream.range(0, path.size()).map(i -> path.get(i).asInt()).toArray();
  }
}
