package org.mitchell.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mitchell.encoding.JointCases.numbers;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.mitchell.encoding.Combination;
import org.mitchell.encoding.Preset;
import org.mitchell.evaluation.intervals.SubsampleInterval;
import org.mitchell.evaluation.intervals.Subsamples;
import org.mitchell.evaluation.variance.PartitionModels;
import org.mitchell.evaluation.variance.PermutedSpace;
import org.mitchell.evaluation.variance.Share;
import org.mitchell.evaluation.variance.ShareIntervals;
import org.mitchell.evaluation.variance.SpacePartition;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What a space explains beyond another by chance and with other words, against permuted.py. */
class PermutedPartitionTest {
  private static final JsonNode EXPECTED =
      new ObjectMapper().readTree(Path.of("testdata/joint/permuted.json").toFile());
  private static final double CLOSE = 1e-6;
  private static final Share UNIQUE = Share.unique(2, 1);

  @Test
  void residualsOfTheSpaceGivenTheOthersAreExchangedBetweenWords() {
    try (var workers = new Workers(2)) {
      PermutedSpace space = PartitionModels.of(analysis(), workers).permuted(1);
      assertThat(space.observed().values(UNIQUE))
          .containsExactly(numbers(EXPECTED.get("unique")), within(CLOSE));
      for (int m = 0; m < EXPECTED.get("orders").size(); m++) {
        int[] order =
            Arrays.stream(numbers(EXPECTED.get("orders").get(m))).mapToInt(w -> (int) w).toArray();
        SpacePartition nothing = space.permuted(order);
        assertThat(nothing.values(UNIQUE))
            .containsExactly(numbers(EXPECTED.get("permuted").get(m)), within(CLOSE));
        assertThat(nothing.pooled(UNIQUE, columns()))
            .isCloseTo(EXPECTED.get("permutedPooled").get(m).asDouble(), within(CLOSE));
      }
    }
  }

  @Test
  void intervalsRepeatTheWholePartitionWithHalfOfTheWords() {
    int[][] halves =
        StreamSupport.stream(EXPECTED.get("halves").spliterator(), false)
            .map(half -> Arrays.stream(numbers(half)).mapToInt(w -> (int) w).toArray())
            .toArray(int[][]::new);
    var subsamples = new Subsamples(analysis().size(), halves[0].length, halves);
    try (var workers = new Workers(2)) {
      SpacePartition whole = SpacePartition.of(analysis(), workers);
      SubsampleInterval[] intervals =
          new ShareIntervals(
                  analysis(), List.of(UNIQUE), partition -> partition.values(UNIQUE), subsamples)
              .around(whole, workers, Progress.NONE);
      assertThat(Arrays.stream(intervals).mapToDouble(SubsampleInterval::figure).toArray())
          .containsExactly(numbers(EXPECTED.get("unique")), within(CLOSE));
      assertThat(Arrays.stream(intervals).mapToDouble(SubsampleInterval::low).toArray())
          .containsExactly(numbers(EXPECTED.get("low")), within(CLOSE));
      assertThat(Arrays.stream(intervals).mapToDouble(SubsampleInterval::high).toArray())
          .containsExactly(
              Arrays.stream(numbers(EXPECTED.get("high"))).map(end -> Math.min(1, end)).toArray(),
              within(CLOSE));
    }
  }

  @Test
  void aRegionsShareIsThatOfItsVoxelsSumsOfSquares() {
    try (var workers = new Workers(1)) {
      assertThat(SpacePartition.of(analysis(), workers).pooled(UNIQUE, columns()))
          .isCloseTo(EXPECTED.get("pooled").asDouble(), within(CLOSE));
    }
  }

  @Test
  void ofTwoSpacesWhatOneSharesIsWhatBothShare() {
    assertThat(Share.sharedBy(2, 0).signs()).containsExactly(0, 1, 1, -1);
    assertThat(Share.sharedBy(2, 1).signs()).containsExactly(Share.shared(2).signs());
    // R2 of A alone less that of all beyond B and C: what B, C or both explain of it too.
    assertThat(Share.sharedBy(3, 0).signs()).containsExactly(0, 1, 0, 0, 0, 0, 1, -1);
  }

  private static int[] columns() {
    return Arrays.stream(numbers(EXPECTED.get("columns"))).mapToInt(c -> (int) c).toArray();
  }

  private static EncodingAnalysis analysis() {
    return JointAnalysis.of(2, Combination.BANDED, Preset.STRICT);
  }
}
