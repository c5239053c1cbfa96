package org.mitchell.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.mitchell.corpus.forms.NounForms;
import org.mitchell.files.InputException;

class WordGroupTest {
  @Test
  void formsAreSingleWords() {
    assertThatThrownBy(() -> new WordGroup("ice cream", NounForms.SINGULAR.of("ice cream")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("'ice cream' where one word of letters only is expected");
  }

  @Test
  void formsAreLowerCasedAsTokensAreLetterByLetter() {
    assertThat(new WordGroup("ΛΟΓΟΣ", NounForms.SINGULAR.of("ΛΟΓΟΣ")).forms())
        .containsExactly("λογοσ");
  }
}
