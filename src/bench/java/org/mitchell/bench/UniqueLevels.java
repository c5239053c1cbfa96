package org.mitchell.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.mitchell.encoding.Combination;
import org.mitchell.encoding.EncodingOptions;
import org.mitchell.encoding.Preset;
import org.mitchell.encoding.Scale;
import org.mitchell.encoding.Spaces;
import org.mitchell.evaluation.EncodingAnalysis;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.evaluation.MatchRule;
import org.mitchell.evaluation.Metric;
import org.mitchell.evaluation.intervals.SubsampleInterval;
import org.mitchell.evaluation.intervals.Subsamples;
import org.mitchell.evaluation.nulls.Relabelling;
import org.mitchell.evaluation.variance.PartitionModels;
import org.mitchell.evaluation.variance.PermutedSpace;
import org.mitchell.evaluation.variance.Share;
import org.mitchell.evaluation.variance.ShareIntervals;
import org.mitchell.evaluation.variance.SpacePartition;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.Stimulus;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;
import org.mitchell.random.RandomStreams;

/**
 * How often what a feature space explains beyond another is significant in simulated participants
 * in whom it explains nothing, and in whom it does; and how often intervals hold what all studies
 * have in the mean: the table for docs/joint-models.md.
 *
 * <pre>
 * mvn -q -DskipTests package
 * java -cp target/mitchell.jar src/bench/java/org/mitchell/bench/UniqueLevels.java [PARTICIPANTS]
 * </pre>
 *
 * <p>24 words, space A of 4 features and B of 5, 30 voxels of white noise of sd 1, 99 permutations,
 * 30 halves of the words.
 */
public final class UniqueLevels {
  private static final int WORDS = 24;
  private static final int WIDTH_A = 4;
  private static final int WIDTH_B = 5;
  private static final int VOXELS = 30;
  private static final int PERMUTATIONS = 99;
  private static final int SUBSAMPLES = 30;
  private static final double LEVEL = 0.05;
  private static final Share UNIQUE_A = Share.unique(2, 0);
  private static final Share UNIQUE_B = Share.unique(2, 1);
  private static final int[] ALL = IntStream.range(0, VOXELS).toArray();

  /**
   * What is planted.
   *
   * @param number of the condition, which random numbers depend on
   * @param a sd of what A adds to a voxel
   * @param b sd of what B adds
   * @param common what share of the variance of B's features A gives
   */
  private record Planted(int number, double a, double b, double common) {
    @Override
    public String toString() {
      return String.format(Locale.ROOT, "A %.1f, B %.1f, B from A %.2f", a, b, common);
    }
  }

  /** What a study says of B: p of all voxels together, and of each. */
  private record Study(double pooled, double[] voxels, double[] familyWise) {}

  private UniqueLevels() {}

  public static void main(String[] arguments) {
    int participants = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100;
    List<Planted> conditions =
        List.of(
            new Planted(1, 1, 0, 0),
            new Planted(2, 1, 0, 0.5),
            new Planted(3, 2, 0, 0),
            new Planted(4, 1, 0, 0.8),
            new Planted(5, 0, 0, 0),
            new Planted(6, 1, 0.5, 0),
            new Planted(7, 1, 0.5, 0.5));
    coverage(new Planted(20, 1, 0.5, 0.5), participants);
    for (Planted planted : conditions) {
      levels(planted, participants);
    }
  }

  private static void levels(Planted planted, int participants) {
    int pooled = 0;
    int studies = 0;
    int voxels = 0;
    for (int k = 0; k < participants; k++) {
      try (var workers = new Workers(1)) {
        Study study = study(planted, k, workers);
        pooled += study.pooled <= LEVEL ? 1 : 0;
        studies += Arrays.stream(study.familyWise).anyMatch(p -> p <= LEVEL) ? 1 : 0;
        voxels += (int) Arrays.stream(study.voxels).filter(p -> p <= LEVEL).count();
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%s: all voxels together %s, any voxel family-wise %s, voxels uncorrected %.3f%n",
        planted,
        share(pooled, participants),
        share(studies, participants),
        (double) voxels / participants / VOXELS);
  }

  private static Study study(Planted planted, int seed, Workers workers) {
    EncodingAnalysis analysis = analysis(planted, seed, new Random(seed(planted, seed)));
    PermutedSpace space = PartitionModels.of(analysis, workers).permuted(1);
    SpacePartition observed = space.observed();
    double[] own = observed.values(UNIQUE_B);
    double together = observed.pooled(UNIQUE_B, ALL);
    int reaching = 0;
    var ofVoxels = new int[VOXELS];
    var ofHighest = new int[VOXELS];
    for (int[] permutation :
        Relabelling.FREE.permutations(
            analysis.stimuli(), PERMUTATIONS, new RandomStreams(seed(planted, seed)))) {
      SpacePartition nothing = space.permuted(permutation);
      reaching += nothing.pooled(UNIQUE_B, ALL) >= together ? 1 : 0;
      double[] map = nothing.values(UNIQUE_B);
      double highest = Arrays.stream(map).max().orElseThrow();
      for (int v = 0; v < VOXELS; v++) {
        ofVoxels[v] += map[v] >= own[v] ? 1 : 0;
        ofHighest[v] += highest >= own[v] ? 1 : 0;
      }
    }
    return new Study(p(reaching), p(ofVoxels), p(ofHighest));
  }

  /** How many intervals of all voxels' shares hold the mean of all participants. */
  private static void coverage(Planted planted, int participants) {
    var random = new Random(seed(planted, -1));
    double[][] signatures = signatures(planted, random);
    var intervals = new SubsampleInterval[participants][];
    for (int k = 0; k < participants; k++) {
      try (var workers = new Workers(1)) {
        EncodingAnalysis analysis = analysis(planted, signatures, new Random(seed(planted, k)));
        List<Share> shares = List.of(UNIQUE_A, UNIQUE_B, Share.shared(2), Share.joint(2));
        var around =
            new ShareIntervals(
                analysis,
                shares,
                partition ->
                    shares.stream().mapToDouble(share -> partition.pooled(share, ALL)).toArray(),
                Subsamples.halves(WORDS, SUBSAMPLES, new RandomStreams(k)));
        intervals[k] = around.around(SpacePartition.of(analysis, workers), workers, Progress.NONE);
      }
    }
    List<String> names = List.of("unique A", "unique B", "shared", "joint");
    for (int f = 0; f < names.size(); f++) {
      int figure = f;
      double mean =
          Arrays.stream(intervals).mapToDouble(own -> own[figure].figure()).average().orElseThrow();
      int holding = 0;
      for (SubsampleInterval[] own : intervals) {
        holding += own[f].low() <= mean && mean <= own[f].high() ? 1 : 0;
      }
      System.out.printf(
          Locale.ROOT,
          "%s: %s, mean %.3f, intervals that hold it %s%n",
          planted,
          names.get(f),
          mean,
          share(holding, participants));
    }
  }

  private static EncodingAnalysis analysis(Planted planted, int seed, Random random) {
    return analysis(planted, signatures(planted, random), random);
  }

  /** Features of both spaces x voxels. */
  private static double[][] signatures(Planted planted, Random random) {
    var signatures = new double[WIDTH_A + WIDTH_B][VOXELS];
    for (int f = 0; f < signatures.length; f++) {
      double sd = f < WIDTH_A ? planted.a / Math.sqrt(WIDTH_A) : planted.b / Math.sqrt(WIDTH_B);
      Arrays.setAll(signatures[f], v -> sd * random.nextGaussian());
    }
    return signatures;
  }

  private static EncodingAnalysis analysis(Planted planted, double[][] signatures, Random random) {
    var mixing = new double[WIDTH_A][WIDTH_B];
    for (double[] row : mixing) {
      Arrays.setAll(row, f -> random.nextGaussian() / Math.sqrt(WIDTH_A));
    }
    var features = new double[WORDS][WIDTH_A + WIDTH_B];
    var images = new float[WORDS][1][VOXELS];
    for (int w = 0; w < WORDS; w++) {
      double[] row = features[w];
      for (int f = 0; f < row.length; f++) {
        row[f] = random.nextGaussian();
      }
      for (int f = 0; f < WIDTH_B; f++) {
        double given = 0;
        for (int a = 0; a < WIDTH_A; a++) {
          given += row[a] * mixing[a][f];
        }
        row[WIDTH_A + f] =
            Math.sqrt(planted.common) * given + Math.sqrt(1 - planted.common) * row[WIDTH_A + f];
      }
      for (int v = 0; v < VOXELS; v++) {
        double value = random.nextGaussian();
        for (int f = 0; f < row.length; f++) {
          value += row[f] * signatures[f][v];
        }
        images[w][0][v] = (float) value;
      }
    }
    List<Stimulus> words =
        IntStream.range(0, WORDS).mapToObj(w -> new Stimulus("w%02d".formatted(w), "")).toList();
    var spaces = new Spaces(List.of(WIDTH_A, WIDTH_B), Combination.BANDED);
    var encoding = new EncodingOptions(Preset.STRICT, Scale.NONE, 1).withSpaces(spaces);
    return new EncodingAnalysis(
        new Responses("x", "SIMULATED", words, images, Optional.empty(), List.of()),
        features,
        new EvaluationOptions(encoding, OptionalInt.empty(), Metric.COSINE, MatchRule.SUM));
  }

  /** Seeds in a row give numbers in step: participants would not be independent. */
  private static long seed(Planted planted, int participant) {
    return new SplittableRandom(1000L * planted.number + participant).nextLong();
  }

  private static double p(int reaching) {
    return (1.0 + reaching) / (1 + PERMUTATIONS);
  }

  private static double[] p(int[] reaching) {
    return Arrays.stream(reaching).mapToDouble(UniqueLevels::p).toArray();
  }

  /** A share with its 95% interval (Wilson 1927). */
  private static String share(int some, int all) {
    double normal = 1.959963984540054;
    double share = (double) some / all;
    double z = normal * normal / all;
    double centre = (share + z / 2) / (1 + z);
    double margin = normal / (1 + z) * Math.sqrt((share * (1 - share) + z / 4) / all);
    return String.format(
        Locale.ROOT,
        "%d of %d (95%% %.3f to %.3f)",
        some,
        all,
        Math.max(0, centre - margin),
        Math.min(1, centre + margin));
  }
}
