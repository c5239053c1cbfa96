package org.mitchell.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitchell.encoding.EncodingOptions;
import org.mitchell.encoding.Preset;
import org.mitchell.encoding.Scale;
import org.mitchell.evaluation.EncodingAnalysis;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.evaluation.MatchRule;
import org.mitchell.evaluation.Metric;
import org.mitchell.evaluation.nulls.Relabelling;
import org.mitchell.evaluation.stability.NoiseCeiling;
import org.mitchell.evaluation.stability.Stability;
import org.mitchell.fmri.Affine;
import org.mitchell.fmri.Space;
import org.mitchell.fmri.Stimulus;
import org.mitchell.fmri.VoxelGrid;
import org.mitchell.fmri.WordImages;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;
import org.mitchell.maps.clusters.Contiguity;
import org.mitchell.simulation.SimulatedBrain;
import org.mitchell.simulation.SimulatedParticipant;
import org.mitchell.simulation.Simulation;
import org.mitchell.simulation.SimulationBuilder;

/**
 * How often maps find what is not there, on simulated brains with smooth noise, where the truth is
 * known. Bounds are those of the binomial distribution, exceeded by chance in one of a thousand
 * tests; seeds are fixed, so that a test passes always or never.
 */
class ErrorRatesTest {
  private static final int WORDS = 20;
  private static final int FEATURES = 4;
  private static final int BRAINS = 200;
  private static final int PERMUTATIONS = 99;
  private static final double LEVEL = 0.05;
  private static final double SMOOTH_MM = 9;
  private static final double UNLIKELY = 0.0005;

  /** About 300 voxels in a box that is quick to fill with noise. */
  private static final VoxelGrid GRID =
      SimulatedBrain.ellipsoid(
          new int[] {10, 11, 8},
          Affine.of(new double[][] {{-4, 0, 0, 18}, {0, 4, 0, -20}, {0, 0, 4, -14}}),
          Space.MNI,
          new double[] {0, 0, 0},
          new double[] {17, 19, 14});

  private static final Workers WORKERS = new Workers(2);

  /** Held-out correlations of nothing lie about 0 without a penalty, and far below with one. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 1})
  void withoutSignalAFamilyWiseFindingComesInOneOfTwentyBrains(double ridge) {
    boolean[] found = each(BRAINS, b -> anyCounts(map(brain(b, 0), VoxelStatistic.FWER, ridge)));
    assertBinomial(count(found), BRAINS);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1})
  void withoutSignalAFalseDiscoveryComesInNoMoreThanOneOfTwentyBrains(double ridge) {
    boolean[] found = each(BRAINS, b -> anyCounts(map(brain(b, 0), VoxelStatistic.FDR, ridge)));
    assertThat(count(found)).isLessThanOrEqualTo(most(BRAINS));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1})
  void withoutSignalOneVoxelOfTwentyHasAnUncorrectedPOfOneInTwenty(double ridge) {
    double[] shares =
        IntStream.range(0, BRAINS)
            .mapToObj(b -> map(brain(b, 0), VoxelStatistic.P, ridge, LEVEL))
            .mapToDouble(result -> (double) result.counted() / result.values().length)
            .toArray();
    // Voxels of one brain are alike, brains are not: the spread is that over brains.
    assertThat(mean(shares)).isBetween(LEVEL - 3.5 * error(shares), LEVEL + 3.5 * error(shares));
    assertThat(error(shares)).isLessThan(0.005);
  }

  @Test
  void withoutSignalALargeClusterComesInOneOfTwentyBrains() {
    boolean[] found =
        each(
            BRAINS,
            b -> {
              VoxelwiseResult result = map(brain(b, 0), VoxelStatistic.R, 1, 0.2);
              return result.clusters().orElseThrow().list().stream()
                  .anyMatch(c -> result.inference().orElseThrow().clusterP(c.size()) <= LEVEL);
            });
    // Sizes are whole numbers, so that p is rarely just .05: at most, and not far below.
    assertThat(count(found)).isBetween(1, most(BRAINS));
  }

  @Test
  void withSignalFalseDiscoveriesAreNoMoreThanOneInTwentyOfAll() {
    var falseShares = new double[60];
    var missedByFamily = 0;
    var found = 0;
    for (int b = 0; b < falseShares.length; b++) {
      SimulatedParticipant brain = brain(b, 1.5);
      float[] fdr = map(brain, VoxelStatistic.FDR, 0).values();
      float[] fwer = map(brain, VoxelStatistic.FWER, 0).values();
      int right = 0;
      int wrong = 0;
      for (int v = 0; v < fdr.length; v++) {
        boolean planted = brain.truth().hasSignal(v);
        right += fdr[v] <= LEVEL && planted ? 1 : 0;
        wrong += fdr[v] <= LEVEL && !planted ? 1 : 0;
        missedByFamily += fdr[v] <= LEVEL && fwer[v] > LEVEL ? 1 : 0;
      }
      found += right;
      falseShares[b] = right + wrong == 0 ? 0 : (double) wrong / (right + wrong);
    }
    assertThat(found).isGreaterThan(1000);
    assertThat(missedByFamily).isPositive();
    assertThat(mean(falseShares)).isLessThanOrEqualTo(LEVEL + 3.5 * error(falseShares));
    assertThat(error(falseShares)).isLessThan(0.02);
  }

  @Test
  void withoutSignalAGroupIsFoundInOneOfTwenty() {
    int groups = 150;
    int participants = 6;
    boolean[] found =
        each(
            groups,
            g -> {
              VoxelwisePlan plan = plan(VoxelStatistic.FWER, g);
              var maps = new ArrayList<ParticipantStatistic>();
              for (int k = 0; k < participants; k++) {
                maps.add(
                    ParticipantStatistic.of(
                        input(brain(1000 + g * participants + k, 0), 0), plan, WORKERS));
              }
              return anyCounts(
                  analysis(plan, OptionalDouble.empty())
                      .group(maps, VoxelwisePlan.Group.T, participants));
            });
    assertThat(count(found)).isBetween(1, most(groups));
  }

  @Test
  void theCeilingBoundsWhatThePlantedModelReaches() {
    int voxels = 0;
    double ceilings = 0;
    double planted = 0;
    double heldOut = 0;
    for (int b = 0; b < 40; b++) {
      SimulatedParticipant brain = brain(b, 0.7, 6);
      double[] ceiling = everyCeiling(brain);
      double[] best = plantedCorrelations(brain);
      double[] held = values(brain, VoxelStatistic.R);
      for (int v = 0; v < ceiling.length; v++) {
        if (brain.truth().signalToNoise(v) > 0.5) {
          voxels++;
          ceilings += ceiling[v];
          planted += best[v];
          heldOut += held[v];
        }
      }
    }
    assertThat(voxels).isGreaterThan(1000);
    // The planted model is a perfect one: its mean r is the ceiling, but for chance.
    assertThat(planted / ceilings).isBetween(0.97, 1.03);
    assertThat(heldOut).isLessThan(planted);
  }

  /** Not only where responses are reliable: those that a test chose are too high. */
  private static double[] everyCeiling(SimulatedParticipant brain) {
    try (var workers = new Workers(2)) {
      return NoiseCeiling.of(
          Stability.overAllWords(brain.responses(), workers),
          brain.responses().commonPresentations());
    }
  }

  /** 0.05 of brains without signal may have a voxel that counts as reliable by chance. */
  @Test
  void noiseHasNoCeiling() {
    int brains = 0;
    for (int b = 0; b < 40; b++) {
      double[] ceiling = values(brain(b, 0, 6), VoxelStatistic.CEILING);
      brains += Arrays.stream(ceiling).allMatch(Double::isNaN) ? 0 : 1;
    }
    assertThat(brains).isLessThanOrEqualTo(most(40));
  }

  /**
   * Participants who respond alike to these very words, by no feature: over participants it is
   * certain, over words it is chance.
   */
  @Test
  void aResponseToTheWordsThatParticipantsShareIsFoundInNoMoreThanOneOfTwentyGroups() {
    int groups = 60;
    var found = new int[4];
    for (int g = 0; g < groups; g++) {
      VoxelwiseResult t = shared(g, 0);
      var both = (LargerOfTwo) t.inference().orElseThrow();
      found[0] += reaches(both.participants().familyWise()) ? 1 : 0;
      found[1] += reaches(both.familyWise()) ? 1 : 0;
      found[2] += reaches(both.falseDiscoveryRate()) ? 1 : 0;
      double[] sizes =
          t.clusters().orElseThrow().list().stream()
              .mapToDouble(c -> both.clusterP(c.size()))
              .toArray();
      found[3] += reaches(sizes) ? 1 : 0;
    }
    assertThat(found[0]).as("participants alone").isGreaterThan(groups * 3 / 4);
    assertThat(found[1]).as("family-wise").isLessThanOrEqualTo(most(groups));
    assertThat(found[2]).as("false discoveries").isLessThanOrEqualTo(most(groups));
    assertThat(found[3]).as("clusters").isLessThanOrEqualTo(most(groups));
  }

  @Test
  void whatParticipantsShareThroughTheFeaturesIsFoundAllTheSame() {
    int groups = 10;
    boolean[] found =
        each(groups, g -> reaches(shared(g, 1).inference().orElseThrow().familyWise()));
    assertThat(count(found)).isGreaterThanOrEqualTo(groups - 2);
  }

  /** Nine participants with the same words, features and response to these words. */
  private static VoxelwiseResult shared(int group, double signalToNoise) {
    VoxelwisePlan plan = plan(VoxelStatistic.R, group);
    var maps = new ArrayList<ParticipantStatistic>();
    for (int k = 0; k < 9; k++) {
      SimulatedParticipant member =
          brain(
              group,
              builder ->
                  builder.signalToNoise(signalToNoise).sharedSignal(1).sharedSignatures(true),
              100L * group + k);
      maps.add(ParticipantStatistic.of(input(member, 0), plan, WORKERS));
    }
    return analysis(plan, OptionalDouble.empty()).group(maps, VoxelwisePlan.Group.T, maps.size());
  }

  private static boolean reaches(double[] p) {
    return Arrays.stream(p).anyMatch(value -> value <= LEVEL);
  }

  private static SimulatedParticipant brain(int number, double signalToNoise) {
    return brain(number, signalToNoise, 1);
  }

  private static SimulatedParticipant brain(int number, double signalToNoise, int presentations) {
    return brain(
        number,
        builder -> builder.presentations(presentations).signalToNoise(signalToNoise),
        number);
  }

  /**
   * @param number of the words' features and of what is shared
   * @param seed of the participant
   */
  private static SimulatedParticipant brain(
      int number, UnaryOperator<SimulationBuilder> more, long seed) {
    var stimuli = new ArrayList<Stimulus>();
    var vectors = new double[WORDS][FEATURES];
    var random = new Random(number);
    for (int w = 0; w < WORDS; w++) {
      stimuli.add(new Stimulus("word%03d".formatted(w), "category" + w % 4));
      Arrays.setAll(vectors[w], f -> random.nextDouble());
    }
    SimulationBuilder builder =
        Simulation.builder("sim1")
            .stimuli(stimuli)
            .features(List.of("see", "eat", "push", "run"), vectors)
            .grid(GRID)
            .presentations(1)
            .blobs(1, 10)
            .noiseFwhm(SMOOTH_MM)
            .sharedSeed(number)
            .seed(seed);
    return more.apply(builder).build().run(WORKERS);
  }

  private static EncodingAnalysis input(SimulatedParticipant brain, double ridge) {
    Simulation simulation = brain.simulation();
    var features = new double[WORDS][];
    Arrays.setAll(features, simulation::features);
    return new EncodingAnalysis(
        brain.responses(),
        features,
        new EvaluationOptions(
            new EncodingOptions(Preset.PAPER, Scale.UNIT, ridge),
            OptionalInt.empty(),
            Metric.COSINE,
            MatchRule.SUM));
  }

  /** Every brain has relabellings of its own. */
  private static VoxelwisePlan plan(VoxelStatistic statistic, long seed) {
    return new VoxelwisePlan(statistic, Relabelling.FREE, PERMUTATIONS, seed);
  }

  private static VoxelwiseInference analysis(VoxelwisePlan plan, OptionalDouble threshold) {
    var rule =
        new ClusterRule(threshold, OptionalDouble.empty(), OptionalInt.of(1), Contiguity.EDGES);
    return new VoxelwiseInference(plan, rule, WORKERS, Progress.NONE);
  }

  private static VoxelwiseResult map(
      SimulatedParticipant brain, VoxelStatistic statistic, double ridge) {
    return map(brain, statistic, ridge, statistic.usualThreshold());
  }

  private static VoxelwiseResult map(
      SimulatedParticipant brain, VoxelStatistic statistic, double ridge, double threshold) {
    VoxelwisePlan plan = plan(statistic, brain.simulation().seed());
    return analysis(plan, OptionalDouble.of(threshold))
        .participant(ParticipantStatistic.of(input(brain, ridge), plan, WORKERS));
  }

  private static double[] values(SimulatedParticipant brain, VoxelStatistic statistic) {
    var plan = new VoxelwisePlan(statistic, Relabelling.FREE, 0, 1);
    return ParticipantStatistic.of(input(brain, 0), plan, WORKERS).values();
  }

  private static boolean anyCounts(VoxelwiseResult result) {
    return result.counted() > 0;
  }

  private static boolean[] each(int number, Function<Integer, Boolean> found) {
    var all = new boolean[number];
    for (int i = 0; i < number; i++) {
      all[i] = found.apply(i);
    }
    return all;
  }

  private static int count(boolean[] found) {
    int count = 0;
    for (boolean one : found) {
      count += one ? 1 : 0;
    }
    return count;
  }

  private static void assertBinomial(int count, int trials) {
    int fewest = new BinomialDistribution(trials, LEVEL).inverseCumulativeProbability(UNLIKELY);
    assertThat(count).isBetween(fewest, most(trials));
  }

  private static int most(int trials) {
    return new BinomialDistribution(trials, LEVEL).inverseCumulativeProbability(1 - UNLIKELY);
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  private static double error(double[] values) {
    double mean = mean(values);
    double squares = Arrays.stream(values).map(x -> (x - mean) * (x - mean)).sum();
    return Math.sqrt(squares / (values.length - 1) / values.length);
  }

  /** r over words of each voxel's mean response and what was planted there. */
  private static double[] plantedCorrelations(SimulatedParticipant brain) {
    var images = WordImages.of(brain.responses());
    var planted = new double[WORDS][];
    Arrays.setAll(planted, brain.truth()::planted);
    return IntStream.range(0, images.voxels())
        .mapToDouble(
            v ->
                new PearsonsCorrelation().correlation(column(images.rows(), v), column(planted, v)))
        .toArray();
  }

  private static double[] column(double[][] rows, int voxel) {
    return Arrays.stream(rows).mapToDouble(row -> row[voxel]).toArray();
  }
}
