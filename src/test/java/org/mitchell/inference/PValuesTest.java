package org.mitchell.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mitchell.inference.ExpectedInference.numbers;
import static org.mitchell.inference.ExpectedInference.rows;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;
import tools.jackson.databind.JsonNode;

/** What a map is worth, counted. */
class PValuesTest {
  private static final JsonNode EXPECTED = ExpectedInference.of("judged");
  private static final GivenMaps MAPS =
      new GivenMaps(numbers(EXPECTED.get("observed")), rows(EXPECTED.get("nulls")));

  @Test
  void everyPIsThatOfAProgramThatCountsOneByOne() {
    OneNull inference = judged(MAPS, 2);
    assertThat(inference.draws()).isEqualTo(99);
    assertThat(inference.p()).containsExactly(numbers(EXPECTED.get("p")), within(1e-12));
    assertThat(inference.familyWise())
        .containsExactly(numbers(EXPECTED.get("fwer")), within(1e-12));
    assertThat(inference.nullMean())
        .containsExactly(numbers(EXPECTED.get("nullMean")), within(1e-12));
  }

  @Test
  void aPooledPIsNeverTooSmallAndHardlyTooLarge() {
    double[] exact = numbers(EXPECTED.get("pooledP"));
    double[] adjusted = numbers(EXPECTED.get("fdr"));
    OneNull inference = judged(MAPS, 2);
    for (int v = 0; v < exact.length; v++) {
      if (!Double.isNaN(exact[v])) {
        assertThat(inference.pooledP()[v]).isBetween(exact[v] - 1e-12, exact[v] + 1e-3);
        assertThat(inference.falseDiscoveryRate()[v])
            .isBetween(adjusted[v] - 1e-12, adjusted[v] + 1e-2);
      }
    }
  }

  @Test
  void aVoxelWithoutAValueHasNoP() {
    OneNull inference = judged(MAPS, 1);
    assertThat(inference.p()[7]).isNaN();
    assertThat(inference.pooledP()[7]).isNaN();
    assertThat(inference.falseDiscoveryRate()[7]).isNaN();
    assertThat(inference.familyWiseAt(7)).isNaN();
  }

  @Test
  void theNumberOfThreadsChangesNothing() {
    var random = new Random(3);
    var observed = random.doubles(5000, -1, 1).toArray();
    var nulls = new double[150][];
    Arrays.setAll(nulls, i -> random.doubles(5000, -1, 1).toArray());
    var maps = new GivenMaps(observed, nulls);
    OneNull one = judged(maps, 1);
    OneNull five = judged(maps, 5);
    assertThat(five.p()).containsExactly(one.p());
    assertThat(five.pooledP()).containsExactly(one.pooledP());
    assertThat(five.nullMean()).containsExactly(one.nullMean());
    assertThat(five.dispersion()).isEqualTo(one.dispersion());
  }

  @Test
  void aClusterIsComparedWithTheLargestOfEveryNullMap() {
    // The largest cluster of a null map is, for once, how many of its values are above .3.
    PValues inference = PValues.of(MAPS, PValuesTest::above, new Workers(2), Progress.NONE);
    for (int size = 0; size < 10; size++) {
      int threshold = size;
      long reaching = Arrays.stream(MAPS.nulls()).filter(map -> above(map) >= threshold).count();
      assertThat(inference.clusterP(size)).isEqualTo((1.0 + reaching) / 100);
    }
  }

  @Test
  void dispersionIsOneForVoxelsAlikeAndLargeForOthers() {
    var random = new Random(8);
    var alike = new double[400][2000];
    var unlike = new double[400][2000];
    for (int i = 0; i < alike.length; i++) {
      for (int v = 0; v < 2000; v++) {
        alike[i][v] = random.nextGaussian();
        unlike[i][v] = (v % 2 + 1) * alike[i][v];
      }
    }
    // The sd of an index of dispersion of 2000 voxels is sqrt(2 / 2000) = .032.
    assertThat(judged(new GivenMaps(new double[2000], alike), 2).dispersion())
        .isBetween(0.87, 1.13);
    assertThat(judged(new GivenMaps(new double[2000], unlike), 2).dispersion()).isGreaterThan(2);
  }

  private static int above(double[] map) {
    return (int) Arrays.stream(map).filter(value -> value > 0.3).count();
  }

  private static OneNull judged(NullMaps maps, int threads) {
    try (var workers = new Workers(threads)) {
      return PValues.of(maps, map -> 0, workers, Progress.NONE);
    }
  }
}
