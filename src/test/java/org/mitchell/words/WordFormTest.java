package org.mitchell.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordFormTest {
  @Test
  void anAccentIsTheSameComposedAndDecomposed() {
    assertThat(WordForm.canonical("cafe\u0301")).isEqualTo("caf\u00e9");
  }

  @Test
  void whatNoReaderSeesVanishes() {
    assertThat(WordForm.canonical("ce\u00adle\u200bry")).isEqualTo("celery");
  }

  @Test
  void ligaturesAreSpelledOut() {
    assertThat(WordForm.canonical("\ufb01sh")).isEqualTo("fish");
  }

  @Test
  void foldingLowersTheCaseAndCanonicalKeepsIt() {
    assertThat(WordForm.canonical("Celery")).isEqualTo("Celery");
    assertThat(WordForm.folded("CAFE\u0301")).isEqualTo("caf\u00e9");
  }
}
