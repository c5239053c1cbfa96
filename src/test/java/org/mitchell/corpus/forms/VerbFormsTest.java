package org.mitchell.corpus.forms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VerbFormsTest {
  @Test
  void thePaperCountsThreeFormsAndAnyWordMayStandAlone() {
    assertThat(VerbForms.BASE.of("Tables")).containsExactly("tables");
    assertThat(VerbForms.THREE.of("taste")).containsExactly("taste", "tastes", "tasted");
    assertThat(VerbForms.ALL.of("eat"))
        .containsExactlyInAnyOrder("eat", "eats", "ate", "eaten", "eating");
  }
}
