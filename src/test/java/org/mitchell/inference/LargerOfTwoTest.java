package org.mitchell.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.mitchell.inference.ExpectedInference.numbers;
import static org.mitchell.inference.ExpectedInference.rows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mitchell.fmri.Affine;
import org.mitchell.fmri.CommonVoxels;
import org.mitchell.fmri.Space;
import org.mitchell.fmri.VoxelGrid;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;
import org.mitchell.random.RandomStreams;
import tools.jackson.databind.JsonNode;

/** t over participants under two nulls, beside a program that counts one by one. */
class LargerOfTwoTest {
  private static final JsonNode EXPECTED = ExpectedInference.of("crossed");
  private static final double[][] OBSERVED = rows(EXPECTED.get("observed"));
  private static final int VOXELS = 30;
  private static final double FORMING = 2;

  @Test
  void everyRelabelledTIsScipys() {
    var maps = relabelled();
    var drawn = new double[maps.size()][VOXELS];
    try (var workers = new Workers(2)) {
      maps.draw(0, drawn, workers);
    }
    assertThat(maps.observed()).containsExactly(numbers(EXPECTED.get("t")), within(1e-9));
    for (int m = 0; m < drawn.length; m++) {
      assertThat(drawn[m])
          .containsExactly(numbers(EXPECTED.get("relabelledT").get(m)), within(1e-8));
    }
  }

  @Test
  void everyPIsTheLargerOfBoth() {
    LargerOfTwo both = both();
    assertThat(both.draws()).isEqualTo(31);
    assertThat(both.p()).containsExactly(numbers(EXPECTED.get("p")), within(1e-9));
    assertThat(both.familyWise()).containsExactly(numbers(EXPECTED.get("fwer")), within(1e-9));
    assertThat(both.familyWiseAt(3))
        .isCloseTo(numbers(EXPECTED.get("fwer"))[3], within(1e-9))
        .isEqualTo(both.familyWise()[3]);
    for (int size = 1; size <= 5; size++) {
      assertThat(both.clusterP(size))
          .isCloseTo(EXPECTED.get("clusterP").get(size - 1).asDouble(), within(1e-9));
      assertThat(both.shareWithCluster(size))
          .isCloseTo(EXPECTED.get("shareWithCluster").get(size - 1).asDouble(), within(1e-9));
    }
  }

  /** Pooled counts are of narrow bins: never too small, and too large by a few values of 1,770. */
  @Test
  void falseDiscoveriesAreCountedAmongTheLargerPs() {
    double[] exact = numbers(EXPECTED.get("pooledP"));
    double[] adjusted = numbers(EXPECTED.get("fdr"));
    LargerOfTwo both = both();
    for (int v = 0; v < VOXELS; v++) {
      assertThat(both.pooledP()[v]).isBetween(exact[v] - 1e-9, exact[v] + 0.003);
      assertThat(both.falseDiscoveryRate()[v]).isBetween(adjusted[v] - 1e-9, adjusted[v] + 0.02);
    }
  }

  @Test
  void aVoxelThatOneNullAloneFindsIsNotFound() {
    double[][] low = new double[99][2];
    double[][] high = Arrays.stream(low).map(map -> new double[] {5, 0}).toArray(double[][]::new);
    double[] observed = {1, 1};
    var both =
        new LargerOfTwo(
            judged(new GivenMaps(observed, high)),
            judged(new GivenMaps(observed, low)),
            Optional.empty());
    assertThat(both.p()).containsExactly(1, 0.01);
    assertThat(both.participants().p()).containsExactly(0.01, 0.01);
  }

  @Test
  void mapsThatAreWatchedHaveTheirMeanWhenAllAreDrawn() {
    NullMaps own = participants().get(1);
    var watched = new AveragedNulls(own);
    assertThatThrownBy(watched::mean).isInstanceOf(IllegalStateException.class);
    OneNull judged = judged(watched);
    assertThat(watched.mean()).containsExactly(judged.nullMean());
    assertThatThrownBy(() -> judged(watched)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void mapsThatAreKeptAreThoseThatWereDrawn() {
    NullMaps own = participants().get(2);
    try (var workers = new Workers(2)) {
      KeptNulls held = KeptNulls.of(own, workers, Progress.NONE);
      var drawn = new double[5][own.voxels()];
      var again = new double[5][own.voxels()];
      own.draw(40, drawn, workers);
      held.draw(40, again, workers);
      assertThat(again).isDeepEqualTo(drawn);
      assertThat(held.size()).isEqualTo(own.size());
    }
  }

  private static LargerOfTwo both() {
    return new LargerOfTwo(
        judged(new MeanOfParticipants(grid(), participants())),
        judged(flipped()),
        Optional.of(judged(relabelled())));
  }

  private static OneNull judged(NullMaps maps) {
    try (var workers = new Workers(2)) {
      return PValues.of(maps, LargerOfTwoTest::longestRun, workers, Progress.NONE);
    }
  }

  /** What a cluster is where voxels lie in a line. */
  private static int longestRun(double[] map) {
    int longest = 0;
    int run = 0;
    for (double value : map) {
      run = value >= FORMING ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }

  private static RelabelledT relabelled() {
    return new RelabelledT(grid(), participants(), chance(), flipped().observed());
  }

  private static SignFlippedT flipped() {
    double[][] chance = chance();
    var departures = new double[OBSERVED.length][VOXELS];
    for (int k = 0; k < departures.length; k++) {
      double[] own = columns(k, OBSERVED[k]);
      for (int v = 0; v < own.length; v++) {
        own[v] -= chance[k][v];
      }
      departures[k] = grid().shared(k, own);
    }
    return SignFlippedT.of(departures, 0, new RandomStreams(1));
  }

  private static double[][] chance() {
    return participants().stream().map(own -> judged(own).nullMean()).toArray(double[][]::new);
  }

  /** Each on a grid of its own: voxels that a participant lacks have no column there. */
  private static List<NullMaps> participants() {
    var participants = new ArrayList<NullMaps>();
    for (int k = 0; k < OBSERVED.length; k++) {
      int participant = k;
      double[][] nulls =
          EXPECTED
              .get("relabelled")
              .valueStream()
              .map(map -> columns(participant, numbers(map.get(participant))))
              .toArray(double[][]::new);
      participants.add(new GivenMaps(columns(k, OBSERVED[k]), nulls));
    }
    return participants;
  }

  private static double[] columns(int participant, double[] values) {
    return IntStream.range(0, VOXELS)
        .filter(v -> !Double.isNaN(OBSERVED[participant][v]))
        .mapToDouble(v -> values[v])
        .toArray();
  }

  private static CommonVoxels grid() {
    var affine = Affine.of(new double[][] {{2, 0, 0, 0}, {0, 2, 0, 0}, {0, 0, 2, 0}});
    List<VoxelGrid> grids =
        Arrays.stream(OBSERVED)
            .map(
                own -> {
                  var mask = new boolean[VOXELS];
                  for (int v = 0; v < VOXELS; v++) {
                    mask[v] = !Double.isNaN(own[v]);
                  }
                  return VoxelGrid.ofMask(new int[] {VOXELS, 1, 1}, affine, Space.MNI, mask);
                })
            .toList();
    return CommonVoxels.of(List.of("a", "b", "c", "d", "e"), grids, 2);
  }
}
