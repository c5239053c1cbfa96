package org.mitchell.vectors.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingMemoryTest {
  private final TrainingMemory memory =
      new TrainingMemory(TrainingOptions.usual(Architecture.CBOW));

  @Test
  void theLargestVocabularyThatFitsTakesNoMoreThanIsAllowed() {
    long allowed = 1L << 30;
    int most = memory.mostWords(allowed);
    assertThat(memory.of(most)).isLessThanOrEqualTo(allowed);
    assertThat(memory.of(most + 1)).isGreaterThan(allowed);
  }

  @Test
  void bothMatricesOfTheVocabularyAreCounted() {
    long words = 1_000_000;
    assertThat(memory.of(2 * words) - memory.of(words)).isGreaterThan(words * 100 * 4 * 2);
  }

  @Test
  void theLeastThatIsAdvisedIsEnoughForTwoWords() {
    for (TrainingOptions options :
        List.of(
            TrainingOptions.usual(Architecture.CBOW),
            new TrainingOptions(Architecture.CBOW, 10_000, 5, 5, false, 1e-3, 5, .05, 1, false))) {
      var needed = new TrainingMemory(options);
      assertThat(needed.mostWords(needed.least())).isEqualTo(2);
      assertThat(needed.mostWords(needed.least() - 1)).isLessThan(2);
    }
  }

  @Test
  void noWordFitsWhereTheCopiesAloneAreTooLarge() {
    assertThat(memory.mostWords(1 << 20)).isZero();
  }
}
