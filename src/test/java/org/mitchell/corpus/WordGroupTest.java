package org.mitchell.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
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
  void aWordIsTheSameHoweverItIsWritten() {
    var group = new WordGroup("Cafe\u0301", List.of("Cafe\u0301", "CAF\u00c9", "ca\u00adf\u00e9"));

    assertThat(group).isEqualTo(new WordGroup("Caf\u00e9", List.of("caf\u00e9")));
  }

  @Test
  void formsMayHaveMarks() {
    String hindi = "\u0939\u093f\u0928\u094d\u0926\u0940";

    assertThat(new WordGroup(hindi, List.of(hindi)).forms()).containsExactly(hindi);
  }

  @Test
  void formsAreLowerCasedAsTokensAreLetterByLetter() {
    assertThat(new WordGroup("ΛΟΓΟΣ", NounForms.SINGULAR.of("ΛΟΓΟΣ")).forms())
        .containsExactly("λογοσ");
  }
}
