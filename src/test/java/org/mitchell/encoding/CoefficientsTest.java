package org.mitchell.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mitchell.jobs.Workers;

/** Coefficients that are made for some features at a time. */
class CoefficientsTest {
  private static final int WORDS = 14;
  private static final int FEATURES = 37;
  private static final int VOXELS = 2100;

  @ParameterizedTest
  @CsvSource({
    "CONCATENATED,GLOBAL",
    "CONCATENATED,VOXEL",
    "BANDED,GLOBAL",
    "BANDED,VOXEL",
    "STACKED,GLOBAL",
    "STACKED,VOXEL"
  })
  void theyAreTheSameToTheLastBitInAnyCompany(Combination combination, Penalty.Per per) {
    var penalty = new Penalty.Chosen(Optional.of(PenaltyGrid.of(0.1, 1, 10)), per);
    requireSame(penalty, new Spaces(List.of(20, FEATURES - 20), combination));
  }

  @ParameterizedTest
  @CsvSource({"0", "1"})
  void andWithAPenaltyThatIsGiven(double ridge) {
    requireSame(new Penalty.Fixed(ridge), Spaces.ONE);
  }

  private static void requireSame(Penalty penalty, Spaces spaces) {
    float[][] whole;
    try (var alone = new Workers(1)) {
      whole = fitted(penalty, spaces, alone).model(alone).signatures().all();
    }
    assertThat(whole).hasDimensions(FEATURES, VOXELS);
    try (var workers = new Workers(3)) {
      Coefficients coefficients = fitted(penalty, spaces, workers).coefficients();
      for (int together : new int[] {1, 5, 19, FEATURES}) {
        for (int from = 0; from < FEATURES; from += together) {
          int to = Math.min(FEATURES, from + together);
          float[][] part = coefficients.rounded(from, to, workers);
          for (int f = from; f < to; f++) {
            assertThat(part[f - from]).isEqualTo(whole[f]);
          }
        }
      }
    }
  }

  private static FittedModel fitted(Penalty penalty, Spaces spaces, Workers workers) {
    return RandomFits.of(
        WORDS,
        FEATURES,
        VOXELS,
        new EncodingOptions(Preset.STRICT, Scale.UNIT, penalty, spaces),
        IntStream.range(0, 50).toArray(),
        workers);
  }
}
