package org.mitchell.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mitchell.files.InputException;

class WordVectorsTest {
  private static WordVectors of(String... words) {
    return WordVectors.of("v.bin", List.of(words), 1, new float[words.length]);
  }

  @Test
  void aRowIsTheVectorOfItsWord() {
    var vectors = WordVectors.of("v.bin", List.of("a", "b"), 3, new float[] {1, 2, 3, 4, 5, 6});

    assertThat(vectors.vector(1)).containsExactly(4, 5, 6);
    assertThat(vectors.value(0, 2)).isEqualTo(3);
  }

  @Test
  void numbersOfAnotherShapeAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WordVectors.of("v.bin", List.of("a", "b"), 3, new float[5]))
        .withMessage("got 5 numbers where 2 words x 3 are expected");
  }

  @ParameterizedTest
  @CsvSource({
    "Mouse,     Mouse MOUSE mouse,       Mouse",
    "mOuse,     Mouse MOUSE mouse,       mouse",
    "mouse,     cat MOUSE,               MOUSE",
    "New York,  new york New_York,       New_York",
    "new york,  NEW_YORK new_york,       new_york",
    "New York,  new_york,                new_york"
  })
  void aWordIsFoundAsItStandsThenInLowerCaseThenWithUnderscores(
      String asked, String vocabulary, String found) {
    assertThat(of(vocabulary.split(" ")).find(asked).orElseThrow().word()).isEqualTo(found);
  }

  @Test
  void ofSeveralOtherCasesNoneIsGuessed() {
    assertThatThrownBy(() -> of("MOUSE", "Mouse").find("mouse"))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "'mouse' can be taken for 'MOUSE' and 'Mouse' in v.bin. Spell it as one of them");
  }

  @Test
  void aWordThatIsNotThereIsNotFound() {
    assertThat(of("mouse").find("mice")).isEmpty();
  }
}
