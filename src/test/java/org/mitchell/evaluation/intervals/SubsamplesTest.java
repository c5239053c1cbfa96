package org.mitchell.evaluation.intervals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;
import org.mitchell.fmri.Stimulus;
import org.mitchell.paper.Paper;
import org.mitchell.random.RandomStreams;

class SubsamplesTest {
  @Test
  void halvesHoldEachWordOnceInAscendingOrder() {
    Subsamples halves = Subsamples.halves(61, 50, new RandomStreams(1));
    assertThat(halves.size()).isEqualTo(30);
    assertThat(halves.count()).isEqualTo(50);
    for (int[] subset : halves.subsets()) {
      assertThat(subset).hasSize(30).isSorted().doesNotHaveDuplicates();
      assertThat(subset[0]).isNotNegative();
      assertThat(subset[29]).isLessThan(61);
    }
  }

  @Test
  void everyHalfIsAsLikely() {
    // 20 halves of six words, 4,000 draws.
    var counts = new HashMap<String, Long>();
    for (int[] subset : Subsamples.halves(6, 4000, new RandomStreams(7)).subsets()) {
      counts.merge(Arrays.toString(subset), 1L, Long::sum);
    }
    assertThat(counts).hasSize(20);
    var expected = new double[20];
    Arrays.fill(expected, 200);
    long[] observed = counts.values().stream().mapToLong(count -> count).toArray();
    assertThat(new ChiSquareTest().chiSquareTest(expected, observed)).isGreaterThan(0.001);
  }

  @Test
  void theSameSeedGivesTheSameSubsamplesAndMoreOnlyAddToThem() {
    int[][] few = Subsamples.halves(60, 10, new RandomStreams(3)).subsets();
    int[][] many = Subsamples.halves(60, 25, new RandomStreams(3)).subsets();
    assertThat(Arrays.copyOf(many, 10)).isDeepEqualTo(few);
    assertThat(Subsamples.halves(60, 10, new RandomStreams(4)).subsets()).isNotEqualTo(few);
    assertThat(Subsamples.ofSize(60, 30, 10, new RandomStreams(3), 1).subsets()).isNotEqualTo(few);
  }

  @Test
  void halvesOfCategoriesKeepTwoOrThreeOfEveryFive() {
    List<Stimulus> stimuli =
        Paper.nouns().stream().map(n -> new Stimulus(n, Paper.categories().get(n))).toList();
    for (int[] subset :
        Subsamples.halvesOfCategories(stimuli, 40, new RandomStreams(2)).subsets()) {
      assertThat(subset).hasSize(30).isSorted().doesNotHaveDuplicates();
      var kept = new HashMap<String, Integer>();
      Arrays.stream(subset).forEach(w -> kept.merge(stimuli.get(w).category(), 1, Integer::sum));
      assertThat(kept).hasSize(12);
      assertThat(kept.values()).containsOnly(2, 3);
    }
  }

  @Test
  void unequalAndSingleCategoriesStillGiveHalfOfTheWords() {
    var stimuli = new ArrayList<Stimulus>();
    for (String category : "aaabbbbcddddd".split("")) {
      stimuli.add(new Stimulus(category + stimuli.size(), category));
    }
    for (int[] subset :
        Subsamples.halvesOfCategories(stimuli, 40, new RandomStreams(2)).subsets()) {
      assertThat(subset).hasSize(6);
      assertThat(Arrays.stream(subset).filter(w -> w >= 3 && w < 7)).hasSize(2);
    }
  }
}
