package org.mitchell.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mitchell.files.InputException;
import org.mitchell.words.WordMatch.Closeness;

/** Which word of a list a word is taken for. */
class WordIndexTest {
  /** Composed e with acute, and e followed by a combining acute. */
  private static final String COMPOSED = "caf\u00e9";

  private static final String DECOMPOSED = "cafe\u0301";

  private static WordIndex index(String... words) {
    return WordIndex.of("list.csv", List.of(words));
  }

  @ParameterizedTest
  @CsvSource({"celery, celery, EXACT", "Celery, celery, FOLDED", "CORN, Corn, FOLDED"})
  void aWordIsFoundWhateverItsCase(String asked, String word, Closeness closeness) {
    WordMatch match = index("celery", "Corn").find(asked).orElseThrow();
    assertThat(match.word()).isEqualTo(word);
    assertThat(match.closeness()).isEqualTo(closeness);
  }

  @Test
  void theVeryWordGoesBeforeOthersOfAnotherCase() {
    assertThat(index("turkey", "Turkey").find("Turkey").orElseThrow().position()).isEqualTo(1);
    assertThat(index("turkey", "Turkey").find("turkey").orElseThrow().position()).isZero();
  }

  @Test
  void accentsThatAreEncodedOtherwiseAreTheSameAndGoBeforeCase() {
    WordMatch match = index("CAF\u00c9", COMPOSED).find(DECOMPOSED).orElseThrow();
    assertThat(match.position()).isEqualTo(1);
    assertThat(match.closeness()).isEqualTo(Closeness.CANONICAL);
  }

  @Test
  void anAmbiguousFoldNamesBoth() {
    assertThatThrownBy(() -> index("Turkey", "corn", "turkey").find("TURKEY"))
        .isInstanceOf(InputException.class)
        .hasMessageContainingAll("'TURKEY'", "'Turkey' and 'turkey'", "list.csv");
  }

  @Test
  void twoEncodingsOfOneWordAreAmbiguousForAThird() {
    assertThatThrownBy(() -> index(COMPOSED, DECOMPOSED).find("ca\u00adf\u00e9"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("' and '");
  }

  @Test
  void otherWordsAreNotFound() {
    assertThat(index("celery").find("celeries")).isEmpty();
    assertThat(index("celery").find("")).isEmpty();
    assertThat(index().find("celery")).isEmpty();
  }

  @Test
  void aRowThatIsAskedForAsItStandsIsTakenForNoOther() {
    var found = index("celery", "corn").findEach(List.of("Celery", "celery", "CORN"));
    assertThat(found).containsOnlyKeys("celery", "CORN");
    assertThat(found.get("CORN").word()).isEqualTo("corn");
  }

  @Test
  void twoWordsAreNotTakenForOne() {
    assertThatThrownBy(() -> index("celery").findEach(List.of("Celery", "CELERY")))
        .isInstanceOf(InputException.class)
        .hasMessageContainingAll("'Celery'", "'CELERY'", "'celery'", "list.csv");
  }
}
