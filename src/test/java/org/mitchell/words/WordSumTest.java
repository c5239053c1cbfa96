package org.mitchell.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordSumTest {
  private static WordSum sum(String text) {
    return WordSum.parse(text).orElseThrow();
  }

  @Test
  void signsBetweenBlanksAddAndTakeAway() {
    assertThat(sum("king - man + woman"))
        .isEqualTo(new WordSum(List.of("king", "woman"), List.of("man")));
    assertThat(sum("a + b - c - d + e"))
        .isEqualTo(new WordSum(List.of("a", "b", "e"), List.of("c", "d")));
  }

  @Test
  void blanksMayBeManyAndWordsMayHaveSome() {
    assertThat(sum("  new york  -\tunited  states + japan "))
        .isEqualTo(new WordSum(List.of("new york", "japan"), List.of("united states")));
  }

  @Test
  void aSignInsideAWordIsPartOfIt() {
    assertThat(sum("well-known - c++"))
        .isEqualTo(new WordSum(List.of("well-known"), List.of("c++")));
  }

  @Test
  void theMinusOfTypesettersIsOne() {
    assertThat(sum("king \u2212 man")).isEqualTo(new WordSum(List.of("king"), List.of("man")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "king",
        "new york",
        "king -",
        "- king",
        "- king + man",
        "king - + man",
        "+"
      })
  void anythingElseIsNoSum(String text) {
    assertThat(WordSum.parse(text)).isEmpty();
  }

  @Test
  void itIsWrittenAsItIsRead() {
    WordSum sum = sum("king - man + woman");
    assertThat(sum).hasToString("king + woman - man");
    assertThat(sum(sum.toString())).isEqualTo(sum);
  }
}
