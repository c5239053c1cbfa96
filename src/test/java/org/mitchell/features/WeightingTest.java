package org.mitchell.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.mitchell.corpus.Cooccurrences;
import org.mitchell.corpus.CorpusTotals;
import org.mitchell.files.InputException;

class WeightingTest {
  /** Of 64 tokens 8 are bees and 4 are "see": by chance 512 x 1/8 x 1/16 = 4 of the 512 pairs. */
  private static final long[] BEES = {8, 0};

  private static final long[] SEES = {4, 16, 0};

  @ParameterizedTest
  @CsvSource({
    "RAW, 8, 4, 0",
    "UNIT, 0.894427190999916, 0.447213595499958, 0", // 2 and 1 over the root of 5
    "PMI, 1, -2, 0", // 16 are expected of the 4
    "PPMI, 1, 0, 0",
    "LOG, 2.197224577336219, 1.609437912434100, 0" // ln 9, ln 5
  })
  void aCountBecomesAFeature(Weighting weighting, double see, double eat, double none) {
    var space = weighted(weighting, new long[] {8, 4, 0, 0, 0, 0}, BEES, totals(64, 512));

    assertThat(space.row(0)).containsExactly(new double[] {see, eat, none}, within(1e-15));
    assertThat(space.row(1)).as("a noun that never came").containsExactly(0, 0, 0);
  }

  @Test
  void theProvenanceSaysHowCountsWereWeightedUnlessTheyAreRaw() {
    long[] counts = {8, 4, 0, 0, 0, 0};

    assertThat(weighted(Weighting.PPMI, counts, BEES, totals(64, 512)).provenance())
        .containsExactly(Map.entry("corpus", "a hive"), Map.entry("weighting", "ppmi"));
    assertThat(weighted(Weighting.RAW, counts, BEES, totals(64, 512)).provenance())
        .containsExactly(Map.entry("corpus", "a hive"));
  }

  @ParameterizedTest
  @EnumSource(names = {"PMI", "PPMI"})
  void countsWithoutTheirTotalsSayWhatToDo(Weighting weighting) {
    long[] counts = {8, 4, 0, 0, 0, 0};

    assertThatThrownBy(() -> weighted(weighting, counts, BEES, CorpusTotals.NONE))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(
            "weighting %s needs the number of tokens and pairs in the text, and got none"
                .formatted(weighting.label()))
        .hasMessageContaining("Make the counts again, or take raw, unit or log");
    assertThatThrownBy(() -> weighted(weighting, counts, new long[2], totals(64, 512)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("needs the number of tokens that are 'bee', and got none");
    assertThatThrownBy(() -> weighted(weighting, counts, BEES, totals(64, Long.MAX_VALUE)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("more pairs than can be counted");
  }

  @ParameterizedTest
  @EnumSource(names = {"RAW", "UNIT", "LOG"})
  void theOthersNeedNoTotals(Weighting weighting) {
    assertThat(
            weighted(weighting, new long[] {1, 0, 0, 0, 0, 0}, new long[2], CorpusTotals.NONE)
                .value(0, 0))
        .isPositive();
  }

  private static CorpusTotals totals(long tokens, long pairs) {
    return new CorpusTotals(1, tokens, pairs, 400, 0);
  }

  private static FeatureSpace weighted(
      Weighting weighting, long[] counts, long[] nounTotals, CorpusTotals totals) {
    var table =
        new Cooccurrences(
            List.of("bee", "igloo"),
            List.of("see", "eat", "drive"),
            counts,
            nounTotals,
            SEES,
            totals);
    return CountFeatures.of("hive", table, weighting, Map.of("corpus", "a hive"));
  }
}
