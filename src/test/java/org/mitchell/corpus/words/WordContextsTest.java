package org.mitchell.corpus.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mitchell.corpus.DocumentRule;
import org.mitchell.corpus.scan.SentenceText;
import org.mitchell.files.InputException;

class WordContextsTest {
  private static List<WordContexts.OfWord> find(String text, int most, String... words) {
    var contexts = new WordContexts(List.of(words), most, context -> true);
    var sentences = new SentenceText(DocumentRule.PARAGRAPH, 20, contexts);
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    sentences.text(utf8, 0, utf8.length);
    sentences.endDocument();
    return contexts.all();
  }

  private static List<String> sentences(WordContexts.OfWord word) {
    return word.contexts().stream().map(WordContexts.Context::sentence).sorted().toList();
  }

  @Test
  void aSentenceIsTakenAsWrittenWithThePlaceOfTheWord() {
    var bird =
        find("Cold, \u201cthe BIRD\u201d\n  sang 3 times!  A birdhouse.\n\nNo bird", 9, "bird")
            .get(0);
    assertThat(bird.sentences()).isEqualTo(2);
    assertThat(sentences(bird))
        .containsExactly("Cold, \u201cthe BIRD\u201d sang 3 times!", "No bird");
    for (var context : bird.contexts()) {
      assertThat(context.sentence().substring(context.from(), context.to()))
          .isEqualToIgnoringCase("bird");
    }
  }

  @Test
  void aWordOfSeveralTokensIsOnePlace() {
    var words = find("We had ice cream. Ice is cream-coloured. Ice-cream?", 9, "Ice cream");
    assertThat(sentences(words.get(0))).containsExactly("Ice-cream?", "We had ice cream.");
    var context = words.get(0).contexts().get(0);
    assertThat(context.to() - context.from()).isEqualTo("ice cream".length());
  }

  @Test
  void theFirstOfSeveralPlacesCountsAndTheSentenceOnce() {
    var bird = find("A bird is a bird.", 9, "bird").get(0);
    assertThat(bird.sentences()).isEqualTo(1);
    assertThat(bird.contexts())
        .containsExactly(new WordContexts.Context("A bird is a bird.", 2, 6));
  }

  @Test
  void theSampleIsTheSameInWhateverOrderTextsAreRead() {
    var lines = new ArrayList<String>();
    for (int i = 0; i < 200; i++) {
      lines.add("The bird was seen in house " + Integer.toString(i, 3) + ".");
    }
    var before = find(String.join("\n", lines), 10, "bird").get(0);
    Collections.reverse(lines);
    var behind = find(String.join("\n", lines), 10, "bird").get(0);
    assertThat(before.contexts()).hasSize(10).isEqualTo(behind.contexts());
    assertThat(before.sentences()).isEqualTo(200);
    // Neither the first nor the last ones: places in the text are spread.
    assertThat(before.contexts().stream().map(c -> lines.indexOf(c.sentence())).sorted())
        .anyMatch(place -> place < 80)
        .anyMatch(place -> place >= 120);
  }

  @Test
  void aSentenceThatComesTwiceIsReadOnce() {
    var bird = find("A bird. A bird. A bird sang.", 9, "bird").get(0);
    assertThat(bird.sentences()).isEqualTo(3);
    assertThat(sentences(bird)).containsExactly("A bird sang.", "A bird.");
  }

  @Test
  void whatHasNoEndIsPassedOver() {
    var bird = find("a bird " + "and more ".repeat(60) + ". The bird sang.", 9, "bird").get(0);
    assertThat(sentences(bird)).containsExactly("The bird sang.");
    assertThat(find("x ".repeat(19) + "bird. One", 9, "bird").get(0).contexts()).hasSize(1);
    assertThat(find("x ".repeat(20) + "bird. One", 9, "bird").get(0).contexts()).isEmpty();
    assertThat(find("bird " + "-".repeat(5000) + ". One", 9, "bird").get(0).contexts()).isEmpty();
  }

  @Test
  void aWordWithoutLettersIsRefused() {
    assertThatThrownBy(() -> find("1 2 3", 9, "3"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("'3': got a word without letters");
  }
}
