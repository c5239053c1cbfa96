package org.mitchell.corpus.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordFormsTest {
  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      files = "testdata/corpus/forms/verbs-by-hand.tsv",
      delimiter = '\t',
      numLinesToSkip = 1)
  void verbsHaveTheFormsWrittenDownByHand(
      String base, String third, String past, String participle, String ing) {
    var three = new LinkedHashSet<>(List.of(base, third, past));
    assertThat(VerbForms.THREE.of(base)).containsExactlyElementsOf(three);
    assertThat(VerbForms.ALL.of(base)).contains(base, third, past, participle, ing);
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      files = "testdata/corpus/forms/plurals-by-hand.tsv",
      delimiter = '\t',
      numLinesToSkip = 1)
  void nounsHaveThePluralsWrittenDownByHand(String singular, String plurals) {
    assertThat(NounForms.SINGULAR.of(singular)).containsExactly(singular);
    assertThat(NounForms.PLURAL.of(singular))
        .contains(singular)
        .containsAll(List.of(plurals.split(" ")));
    assertThat(NounForms.PLURAL.of(singular))
        .hasSizeLessThanOrEqualTo(1 + plurals.split(" ").length);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "qu", "ö", "ice cream", "naïve", "λόγος", "𐐨"})
  void anyWordHasForms(String word) {
    assertThat(VerbForms.ALL.of(word)).startsWith(word).doesNotHaveDuplicates();
    assertThat(NounForms.PLURAL.of(word)).startsWith(word).doesNotHaveDuplicates();
  }

  @Test
  void formsAreInLowerCase() {
    assertThat(VerbForms.ALL.of("Dream"))
        .containsExactly("dream", "dreams", "dreamed", "dreaming", "dreamt");
    assertThat(NounForms.PLURAL.of("KNIFE")).containsExactly("knife", "knives");
  }
}
