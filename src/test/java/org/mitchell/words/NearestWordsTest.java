package org.mitchell.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestWordsTest {
  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource({
    "celry, celery, 1",
    "celery, celery, 0",
    "ceelry, celery, 1",
    "celey, celery, 1",
    "kitten, sitting, 3",
    "ca, abc, 3",
    "'', bee, 3",
    "ebe, bee, 1"
  })
  void distancesAreThoseOfTheTextbooks(String a, String b, int expected) {
    assertThat(NearestWords.distance(a, b)).isEqualTo(expected);
    assertThat(NearestWords.distance(b, a)).isEqualTo(expected);
  }

  @Test
  void theNearestComeFirstAndTiesStayInOrder() {
    var candidates = List.of("hat", "car", "cart", "cat", "elephant");

    assertThat(NearestWords.of("cat", candidates, 3)).containsExactly("cat", "hat", "car");
    assertThat(NearestWords.of("zzzzzz", candidates, 3)).isEmpty();
  }
}
