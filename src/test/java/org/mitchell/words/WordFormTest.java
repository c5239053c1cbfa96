package org.mitchell.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.text.Normalizer;
import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordFormTest {
  @Test
  void anAccentIsTheSameComposedAndDecomposed() {
    assertThat(WordForm.canonical("cafe\u0301")).isEqualTo("caf\u00e9");
  }

  @Test
  void whatNoReaderSeesVanishes() {
    assertThat(WordForm.canonical("ce\u00adle\u200bry\ufe0f")).isEqualTo("celery");
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "\ufb01sh, fish",
    "\uff43\uff4f\uff57, cow",
    "hou\u017fe, house",
    "\ud835\udc1c\ud835\udc28\ud835\udc30, cow",
    "\uff76\uff9e, \u30ac",
    "\ufedb\ufe98\ufe8e\ufe8f, \u0643\u062a\u0627\u0628",
    "\u0643\u062a\u0640\u0640\u0627\u0628, \u0643\u062a\u0627\u0628",
    "\u1112\u1161\u11ab, \ud55c",
    "m\u00b2, m\u00b2",
    "cow\u2122, cow\u2122",
  })
  void otherFormsOfLettersAreSpelledOutAndSymbolsAreNot(String written, String expected) {
    assertThat(WordForm.canonical(written)).isEqualTo(expected);
  }

  @Test
  void foldingLowersTheCaseAndCanonicalKeepsIt() {
    assertThat(WordForm.canonical("Celery")).isEqualTo("Celery");
    assertThat(WordForm.folded("CAFE\u0301")).isEqualTo("caf\u00e9");
  }

  @Test
  void lettersThatAreComposedInLowerCaseOnlyAreComposed() {
    assertThat(WordForm.folded("H\u0331AYM")).isEqualTo("\u1e96aym");
  }

  @Test
  void theRuleIsThatOfTheReferenceForRandomWords() {
    var random = new Random(1);
    for (int i = 0; i < 3_000; i++) {
      String word = NastyText.of(random, 1 + random.nextInt(7));
      // In a word there is no end of a word to be marked.
      String reference = ReferenceTokens.canonical(word).replace("\ufffd", "");

      String canonical = WordForm.canonical(word);

      assertThat(canonical.replace("\ufffd", "")).as(word).isEqualTo(reference);
      assertThat(WordForm.canonical(canonical)).as(word).isEqualTo(canonical);
      String folded = WordForm.folded(word);
      assertThat(WordForm.folded(canonical)).as(word).isEqualTo(folded);
      assertThat(WordForm.folded(folded)).as(word).isEqualTo(folded);
    }
  }

  @Test
  void everyCharacterHasTheFormOfItsDecomposition() {
    var others =
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
            .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
            .mapToObj(Character::toString)
            .filter(c -> !WordForm.folded(decomposed(c)).equals(WordForm.folded(c)));

    assertThat(others).isEmpty();
  }

  private static String decomposed(String word) {
    return Normalizer.normalize(word, Normalizer.Form.NFD);
  }

  @Test
  void aMillionMarksTakeNoTime() {
    String marks = "a" + "\u0301\u0323".repeat(500_000);

    assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> assertThat(WordForm.folded(marks)).isEqualTo(marks));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "celery, true",
    "\u0939\u093f\u0928\u094d\u0926\u0940, true",
    "\u0e19\u0e49\u0e33, true",
    "ice cream, false",
    "\u0301a, false",
    "'', false",
    "r2d2, false",
  })
  void aWordIsLettersAndTheirMarks(String written, boolean expected) {
    assertThat(WordForm.isWord(WordForm.canonical(written))).isEqualTo(expected);
  }
}
