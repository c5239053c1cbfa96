package org.mitchell.vectors.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mitchell.corpus.DocumentRule;
import org.mitchell.corpus.language.TokenRule;
import org.mitchell.corpus.scan.RunningText;
import org.mitchell.corpus.words.CountedWord;

/** What is predicted from what: the six words of the lecture, two words on either side. */
class ContextTest {
  private static final List<String> WORDS = List.of("彼", "は", "意味論", "を", "論じ", "た");

  @Test
  void cbowSeesTheSixSetsOfTheLecture() throws IOException {
    Map<String, Set<String>> widest = new LinkedHashMap<>();
    WORDS.forEach(word -> widest.put(word, Set.of()));
    for (int epoch = 0; epoch < 40; epoch++) { // windows are shrunk at random
      for (var seen : seen(Architecture.CBOW, epoch)) {
        widest.merge(seen.word(), seen.from(), (a, b) -> a.size() < b.size() ? b : a);
      }
    }
    assertThat(widest)
        .isEqualTo(
            Map.of(
                "彼", Set.of("は", "意味論"),
                "は", Set.of("彼", "意味論", "を"),
                "意味論", Set.of("彼", "は", "を", "論じ"),
                "を", Set.of("は", "意味論", "論じ", "た"),
                "論じ", Set.of("意味論", "を", "た"),
                "た", Set.of("を", "論じ")));
  }

  @Test
  void aShrunkWindowHasTheNextWordsAlone() throws IOException {
    Set<Set<String>> ofMeaning = new LinkedHashSet<>();
    for (int epoch = 0; epoch < 40; epoch++) {
      for (var seen : seen(Architecture.CBOW, epoch)) {
        if (seen.word().equals("意味論")) {
          ofMeaning.add(seen.from());
        }
      }
    }
    assertThat(ofMeaning).containsExactlyInAnyOrder(Set.of("は", "を"), Set.of("彼", "は", "を", "論じ"));
  }

  @Test
  void skipGramPredictsTheMiddleFromEachWordAround() throws IOException {
    Set<String> pairs =
        IntStream.range(0, 40)
            .boxed()
            .flatMap(
                epoch -> {
                  try {
                    return seen(Architecture.SKIP_GRAM, epoch).stream();
                  } catch (IOException e) {
                    throw new UncheckedIOException(e);
                  }
                })
            .map(seen -> seen.from() + " " + seen.word())
            .collect(Collectors.toSet());
    assertThat(pairs).hasSize(18).contains("[彼] は", "[を] た").doesNotContain("[彼] を");
  }

  /** A word that was predicted, and the words it was predicted from. */
  private record Seen(String word, Set<String> from) {}

  /** What the learner reads and writes while it learns the sentence once. */
  private static List<Seen> seen(Architecture architecture, int epoch) throws IOException {
    var vocabulary =
        new TrainingVocabulary(WORDS.stream().map(word -> new CountedWord(word, 1)).toList());
    var options = new TrainingOptions(architecture, 1, 2, 1, false, 0, 1, .01, 1, false);
    var noted = new Noted();
    int[] text = encoded("彼 は 意味論 を 論じ た。");
    var learner =
        new Learner(
            options,
            new Subsampling(vocabulary, 0),
            Optional.of(new NegativeSampling(vocabulary)),
            Optional.empty());
    var block = new DrawnBlock();
    learner.draw(text, text.length, epoch, 0, block);
    learner.learn(block, 0, noted);
    return architecture == Architecture.CBOW ? noted.ofMeans() : noted.ofEach();
  }

  private static int[] encoded(String text) throws IOException {
    var numbers = new HashMap<String, Integer>();
    WORDS.forEach(word -> numbers.put(word, numbers.size()));
    var bytes = new ByteArrayOutputStream();
    try (var encoder = new TextEncoder(numbers, bytes)) {
      var running = new RunningText(DocumentRule.PARAGRAPH, true, TokenRule.USUAL, 100, encoder);
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      running.text(utf8, 0, utf8.length);
      running.endDocument();
    }
    var ints = ByteBuffer.wrap(bytes.toByteArray()).asIntBuffer();
    var words = new int[ints.remaining()];
    ints.get(words);
    return words;
  }

  /** Notes which rows are asked for: runs of inputs, and of outputs between them. */
  private static final class Noted implements LearnedRows {
    private final List<List<Integer>> inputs = new ArrayList<>();
    private final List<List<Integer>> outputs = new ArrayList<>();
    private List<List<Integer>> last = List.of();

    @Override
    public float[] input(int word) {
      return note(inputs, word);
    }

    @Override
    public float[] output(int word) {
      return note(outputs, word);
    }

    @Override
    public float[] node(int node) {
      throw new AssertionError("there is no tree");
    }

    private float[] note(List<List<Integer>> runs, int word) {
      if (last != runs) {
        runs.add(new ArrayList<>());
        last = runs;
      }
      runs.get(runs.size() - 1).add(word);
      return new float[1];
    }

    /** The words of a mean come before the outputs. */
    List<Seen> ofMeans() {
      var seen = new ArrayList<Seen>();
      for (int i = 0; i < outputs.size(); i++) {
        seen.add(new Seen(WORDS.get(outputs.get(i).get(0)), words(inputs.get(i))));
      }
      return seen;
    }

    /** The outputs come first, the word before its negative samples; then each word around. */
    List<Seen> ofEach() {
      var seen = new ArrayList<Seen>();
      for (int i = 0; i < outputs.size(); i++) {
        for (int input : inputs.get(i)) {
          seen.add(new Seen(WORDS.get(outputs.get(i).get(0)), words(List.of(input))));
        }
      }
      return seen;
    }

    private static Set<String> words(List<Integer> numbers) {
      return numbers.stream().map(WORDS::get).collect(Collectors.toCollection(LinkedHashSet::new));
    }
  }
}
