package org.mitchell.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mitchell.fmri.Stimulus;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;

class SimilarityComparisonTest {
  private static final int WORDS = 16;
  private static final int VOXELS = 40;
  private static final int PARTICIPANTS = 6;

  @ParameterizedTest
  @EnumSource(Agreement.class)
  void aPlantedSpaceIsFoundAndStandsAboveAStranger(Agreement agreement) {
    var random = new Random(3);
    double[][] features = normal(WORDS, 6, random);
    var spaces = new LinkedHashMap<String, Dissimilarities>();
    spaces.put("planted", Distance.CORRELATION.of(features));
    spaces.put("stranger", Distance.CORRELATION.of(normal(WORDS, 6, random)));
    SimilarityComparison found = compare(images(features, 1, random), spaces, agreement);
    SpaceSimilarity planted = found.spaces().get(0);
    assertThat(planted.p()).isLessThan(.01);
    assertThat(planted.overBoth().pAbove()).isLessThan(.05);
    assertThat(planted.mean()).isBetween(planted.overBoth().low(), planted.overBoth().high());
    assertThat(found.spaces().get(1).p()).isGreaterThan(.05);
    SimilarityDifference difference = found.differences().get(0);
    assertThat(difference.difference())
        .isCloseTo(planted.mean() - found.spaces().get(1).mean(), within(1e-15));
    assertThat(difference.overBoth().low()).isPositive();
    SimilarityCeiling ceiling = found.ceiling().orElseThrow();
    assertThat(ceiling.lower()).isLessThan(ceiling.upper());
  }

  @Test
  void strangersAreFoundInFiveOfAHundredAtMost() {
    int studies = 200;
    int byWords = 0;
    int byBoth = 0;
    for (int s = 0; s < studies; s++) {
      var random = new Random(s);
      List<Dissimilarities> images = images(normal(WORDS, 6, random), 1, random);
      var space = Distance.CORRELATION.of(normal(WORDS, 6, random));
      SpaceSimilarity found =
          compare(images, Map.of("stranger", space), Agreement.SPEARMAN).spaces().get(0);
      byWords += found.p() <= .05 ? 1 : 0;
      byBoth += found.overBoth().pAbove() <= .05 ? 1 : 0;
    }
    // 17 or more of 200 have a chance of .03 at a level of .05.
    assertThat(byWords).as("p over words").isBetween(2, 17);
    assertThat(byBoth).as("p over words and participants").isLessThanOrEqualTo(17);
  }

  @Test
  void oneParticipantHasNoCeilingAndAnIntervalOverWords() {
    var random = new Random(5);
    double[][] features = normal(WORDS, 6, random);
    SimilarityComparison found =
        compare(
            images(features, 1, random).subList(0, 1),
            Map.of("planted", Distance.CORRELATION.of(features)),
            Agreement.SPEARMAN);
    assertThat(found.ceiling()).isEmpty();
    assertThat(found.differences()).isEmpty();
    assertThat(found.spaces().get(0).overBoth().freedom()).isEqualTo(WORDS - 1);
    assertThat(found.spaces().get(0).overBoth().standardError()).isPositive();
  }

  @Test
  void theNumberOfThreadsDoesNotMatter() {
    var random = new Random(6);
    double[][] features = normal(WORDS, 6, random);
    List<Dissimilarities> images = images(features, 1, random);
    var spaces = Map.of("planted", Distance.CORRELATION.of(features));
    var found = new ArrayList<SimilarityComparison>();
    for (int threads : new int[] {1, 3}) {
      try (var workers = new Workers(threads)) {
        found.add(
            SimilarityComparison.of(
                stimuli(),
                images,
                spaces,
                new SimilarityPlan(Agreement.SPEARMAN, 50, 50, 1),
                workers,
                Progress.NONE));
      }
    }
    assertThat(found.get(1)).usingRecursiveComparison().isEqualTo(found.get(0));
  }

  private static SimilarityComparison compare(
      List<Dissimilarities> images, Map<String, Dissimilarities> spaces, Agreement agreement) {
    try (var workers = new Workers(2)) {
      return SimilarityComparison.of(
          stimuli(),
          images,
          spaces,
          new SimilarityPlan(agreement, 199, 100, 1),
          workers,
          Progress.NONE);
    }
  }

  /** Each participant mixes the features in a way of its own, and adds noise. */
  private static List<Dissimilarities> images(double[][] features, double noise, Random random) {
    var images = new ArrayList<Dissimilarities>();
    for (int k = 0; k < PARTICIPANTS; k++) {
      double[][] mixing = normal(features[0].length, VOXELS, random);
      double[][] rows = normal(WORDS, VOXELS, random);
      for (int w = 0; w < WORDS; w++) {
        for (int v = 0; v < VOXELS; v++) {
          rows[w][v] *= noise;
          for (int f = 0; f < mixing.length; f++) {
            rows[w][v] += features[w][f] * mixing[f][v];
          }
        }
      }
      images.add(Distance.CORRELATION.of(rows));
    }
    return images;
  }

  private static double[][] normal(int rows, int columns, Random random) {
    var values = new double[rows][columns];
    for (double[] row : values) {
      for (int c = 0; c < columns; c++) {
        row[c] = random.nextGaussian();
      }
    }
    return values;
  }

  private static List<Stimulus> stimuli() {
    return IntStream.range(0, WORDS)
        .mapToObj(w -> new Stimulus("word%02d".formatted(w), ""))
        .toList();
  }
}
