package org.mitchell.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.mitchell.encoding.EncodingOptions;
import org.mitchell.encoding.Preset;
import org.mitchell.encoding.Scale;
import org.mitchell.evaluation.EncodingAnalysis;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.evaluation.MatchRule;
import org.mitchell.evaluation.Metric;
import org.mitchell.evaluation.nulls.Relabelling;
import org.mitchell.features.FeatureSpace;
import org.mitchell.features.FeatureTable;
import org.mitchell.fmri.Affine;
import org.mitchell.fmri.Space;
import org.mitchell.fmri.Stimulus;
import org.mitchell.fmri.VoxelGrid;
import org.mitchell.inference.ClusterRule;
import org.mitchell.inference.LargerOfTwo;
import org.mitchell.inference.ParticipantStatistic;
import org.mitchell.inference.VoxelStatistic;
import org.mitchell.inference.VoxelwiseInference;
import org.mitchell.inference.VoxelwisePlan;
import org.mitchell.inference.VoxelwiseResult;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;
import org.mitchell.maps.clusters.Contiguity;
import org.mitchell.paper.Paper;
import org.mitchell.simulation.SimulatedBrain;
import org.mitchell.simulation.SimulatedParticipant;
import org.mitchell.simulation.Simulation;
import org.mitchell.simulation.SimulationBuilder;

/**
 * How often group maps find what is not there when participants share a response to the words that
 * features have no part in, and what they find of a planted signal: the table for docs/maps.md.
 *
 * <pre>
 * mvn -q -DskipTests package
 * java -cp target/mitchell.jar src/bench/java/org/mitchell/bench/SharedSignalStudies.java FEATURES.csv [STUDIES [PLANTED [SNR SHARED]]]
 * </pre>
 *
 * <p>With a signal to noise and a shared sd, that row with planted signal alone.
 *
 * <p>A study has nine participants of 60 nouns, 6 presentations and the 25 verbs, on brains of
 * about 250 voxels of 4 mm, ridge 0, 99 relabellings of the words and all 511 patterns of signs.
 * Without planted signal (100 studies) any finding is false. With it (20 studies) the same
 * signatures are planted in the left half of every brain, and findings in the right half are false.
 */
public final class SharedSignalStudies {
  private static final int PARTICIPANTS = 9;
  private static final int PERMUTATIONS = 99;
  private static final double LEVEL = 0.05;
  private static final double[] SHARED = {0, 0.5, 1};
  private static final double[] PLANTED = {0.2, 0.4};

  private static final VoxelGrid GRID =
      SimulatedBrain.ellipsoid(
          new int[] {10, 11, 8},
          Affine.of(new double[][] {{-4, 0, 0, 18}, {0, 4, 0, -20}, {0, 0, 4, -14}}),
          Space.MNI,
          new double[] {0, 0, 0},
          new double[] {16, 18, 13});

  private final FeatureSpace features;
  private final Workers workers;

  private SharedSignalStudies(FeatureSpace features, Workers workers) {
    this.features = features;
    this.workers = workers;
  }

  public static void main(String[] arguments) throws IOException {
    int studies = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100;
    int planted = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 20;
    try (var workers = new Workers(1)) {
      var bench = new SharedSignalStudies(space(Path.of(arguments[0])), workers);
      if (arguments.length > 4) {
        bench.print(planted, Double.parseDouble(arguments[3]), Double.parseDouble(arguments[4]));
        return;
      }
      for (double shared : SHARED) {
        bench.print(studies, 0, shared);
      }
      for (double signalToNoise : PLANTED) {
        for (double shared : SHARED) {
          bench.print(planted, signalToNoise, shared);
        }
      }
    }
  }

  private static FeatureSpace space(Path table) throws IOException {
    return FeatureTable.read(table).vectors(Paper.nouns());
  }

  /** How often a rule found what is not there, and which share of what is. */
  private static final class Tally {
    private int studiesWithFalse;
    private double found;

    void add(double[] p, boolean[] hasSignal) {
      int planted = 0;
      int right = 0;
      boolean wrong = false;
      for (int v = 0; v < p.length; v++) {
        planted += hasSignal[v] ? 1 : 0;
        right += hasSignal[v] && p[v] <= LEVEL ? 1 : 0;
        wrong |= !hasSignal[v] && p[v] <= LEVEL;
      }
      studiesWithFalse += wrong ? 1 : 0;
      found += planted == 0 ? 0 : (double) right / planted;
    }
  }

  private void print(int studies, double signalToNoise, double shared) {
    var tallies = new LinkedHashMap<String, Tally>();
    int clusters = 0;
    int clustersOfParticipants = 0;
    for (int s = 0; s < studies; s++) {
      List<SimulatedParticipant> people = people(s, signalToNoise, shared);
      VoxelwiseResult result = map(people, s);
      var both = (LargerOfTwo) result.inference().orElseThrow();
      boolean[] hasSignal = new boolean[GRID.columns()];
      for (int v = 0; v < hasSignal.length; v++) {
        hasSignal[v] = people.get(0).truth().hasSignal(v);
      }
      Map.of(
              "1 FWER participants alone", both.participants().familyWise(),
              "2 FWER words alone (mean)", both.words().familyWise(),
              "3 FWER larger p (t)", both.familyWise(),
              "4 FDR participants alone", both.participants().falseDiscoveryRate(),
              "5 FDR words alone (mean)", both.words().falseDiscoveryRate(),
              "6 FDR larger p (t)", both.falseDiscoveryRate())
          .forEach((rule, p) -> tallies.computeIfAbsent(rule, r -> new Tally()).add(p, hasSignal));
      int largest =
          result.clusters().orElseThrow().list().stream().mapToInt(c -> c.size()).max().orElse(0);
      clusters += largest > 0 && both.clusterP(largest) <= LEVEL ? 1 : 0;
      clustersOfParticipants +=
          largest > 0 && both.participants().clusterP(largest) <= LEVEL ? 1 : 0;
    }
    System.out.printf(
        Locale.ROOT,
        "%ncondition: planted %.1f, shared %.1f, %d studies%n",
        signalToNoise,
        shared,
        studies);
    tallies.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            rule ->
                System.out.printf(
                    Locale.ROOT,
                    "  %-28s studies with a false voxel %3d   share found %.3f%n",
                    rule.getKey().substring(2),
                    rule.getValue().studiesWithFalse,
                    rule.getValue().found / studies));
    System.out.printf(
        "  studies with a cluster: participants alone %d, larger p %d%n",
        clustersOfParticipants, clusters);
  }

  private List<SimulatedParticipant> people(int study, double signalToNoise, double shared) {
    var people = new ArrayList<SimulatedParticipant>();
    for (int k = 0; k < PARTICIPANTS; k++) {
      SimulationBuilder builder =
          Simulation.builder("sim" + (k + 1))
              .stimuli(features.words().stream().map(word -> new Stimulus(word, "")).toList())
              .features(
                  features.features(),
                  IntStream.range(0, features.words().size())
                      .mapToObj(features::row)
                      .toArray(double[][]::new))
              .grid(GRID)
              .signalToNoise(signalToNoise)
              .sharedSignal(shared)
              .sharedSeed(study)
              .seed(1000L * study + k);
      if (signalToNoise > 0) {
        plantOnTheLeft(builder, study);
      }
      people.add(builder.build().run(workers));
    }
    return people;
  }

  /** The same for all participants: normal numbers where x is below 0, nothing on the right. */
  private void plantOnTheLeft(SimulationBuilder builder, int study) {
    var random = new Random(study);
    for (String feature : features.features()) {
      var image = new double[GRID.columns()];
      for (int v = 0; v < image.length; v++) {
        double drawn = random.nextGaussian();
        image[v] = GRID.mm(v)[0] < 0 ? drawn : 0;
      }
      builder.signature(feature, image);
    }
  }

  private VoxelwiseResult map(List<SimulatedParticipant> people, int study) {
    var plan = new VoxelwisePlan(VoxelStatistic.R, Relabelling.FREE, PERMUTATIONS, study);
    var options =
        new EvaluationOptions(
            new EncodingOptions(Preset.PAPER, Scale.UNIT, 0),
            OptionalInt.empty(),
            Metric.COSINE,
            MatchRule.SUM);
    List<ParticipantStatistic> maps =
        people.stream()
            .map(
                person -> {
                  var vectors = new double[person.simulation().stimuli().size()][];
                  Arrays.setAll(vectors, person.simulation()::features);
                  return ParticipantStatistic.of(
                      new EncodingAnalysis(person.responses(), vectors, options), plan, workers);
                })
            .toList();
    var rule =
        new ClusterRule(
            OptionalDouble.empty(), OptionalDouble.empty(), OptionalInt.of(1), Contiguity.EDGES);
    return new VoxelwiseInference(plan, rule, workers, Progress.NONE)
        .group(maps, VoxelwisePlan.Group.T, PARTICIPANTS);
  }
}
