package org.mitchell.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.mitchell.analysis.SharedWords;
import org.mitchell.analysis.across.AcrossRequest;
import org.mitchell.analysis.across.AcrossResult;
import org.mitchell.analysis.across.LeftOutParticipants;
import org.mitchell.analysis.comparison.Contender;
import org.mitchell.encoding.EncodingOptions;
import org.mitchell.encoding.Preset;
import org.mitchell.encoding.Scale;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.evaluation.MatchRule;
import org.mitchell.evaluation.Metric;
import org.mitchell.evaluation.across.Way;
import org.mitchell.evaluation.groups.ParticipantsTest;
import org.mitchell.features.FeatureSpace;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.Stimulus;
import org.mitchell.fmri.VoxelPlaces;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;
import org.mitchell.paper.Paper;

/**
 * How often {@code across} finds something beyond others whose words are exchanged, where
 * participants share something and where they do not: the table for docs/across-participants.md.
 *
 * <pre>
 * mvn -q -DskipTests package
 * java -cp target/mitchell.jar src/bench/java/org/mitchell/bench/AlignmentRates.java [STUDIES [FROM]]
 * </pre>
 *
 * <p>A study has six participants, 16 of the paper's nouns, 4 features of normal numbers, 25
 * voxels, noise of sd 1, ridge 1, and 4 dimensions of procrustes. What is planted are features of
 * sd 1 over voxels: those of the model in all participants, by signatures of their own; features of
 * each participant's own; or nothing.
 */
public final class AlignmentRates {
  private static final int PARTICIPANTS = 6;
  private static final int WORDS = 16;
  private static final int FEATURES = 4;
  private static final int VOXELS = 25;
  private static final int DIMENSIONS = 4;

  /** What participants respond to. */
  private enum Planted {
    NOTHING,
    OWN,
    SHARED
  }

  /** Means and tests of one way over the studies so far. */
  private static final class Tally {
    private int studies;
    private int byFlips;
    private int byInterval;
    private int above;
    private double accuracy;
    private double beyond;

    void add(AcrossResult.OfWay way) {
      ParticipantsTest test = way.exchanged().orElseThrow().beyond();
      studies++;
      byFlips += test.signFlips().pTwoSided() <= .05 ? 1 : 0;
      byInterval += test.low() > 0 || test.high() < 0 ? 1 : 0;
      above += test.low() > 0 ? 1 : 0;
      accuracy += way.reached().stream().mapToDouble(one -> one.accuracy()).average().orElseThrow();
      beyond += test.mean();
    }

    String line() {
      return String.format(
          Locale.ROOT,
          "accuracy %.3f, beyond %+.4f; sign-flips %s; interval without 0 %s, above it %d",
          accuracy / studies,
          beyond / studies,
          share(byFlips),
          share(byInterval),
          above);
    }

    /** With the 95% interval of Wilson (1927). */
    private String share(int some) {
      double normal = 1.959963984540054;
      double share = (double) some / studies;
      double z = normal * normal / studies;
      double centre = (share + z / 2) / (1 + z);
      double margin = normal / (1 + z) * Math.sqrt((share * (1 - share) + z / 4) / studies);
      return String.format(
          Locale.ROOT, "%d of %d (%.3f to %.3f)", some, studies, centre - margin, centre + margin);
    }
  }

  private AlignmentRates() {}

  public static void main(String[] arguments) throws IOException {
    int studies = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
    int from = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 0;
    try (var workers = new Workers(1)) {
      for (Planted planted : Planted.values()) {
        var tallies = new TreeMap<Way, Tally>();
        for (int study = from; study < from + studies; study++) {
          for (AcrossResult.OfWay way : measure(planted, study, workers).ways()) {
            tallies.computeIfAbsent(way.way(), none -> new Tally()).add(way);
          }
        }
        tallies.forEach(
            (way, tally) -> System.out.println(planted + " " + way + ": " + tally.line()));
      }
    }
  }

  private static AcrossResult measure(Planted planted, int study, Workers workers)
      throws IOException {
    // Seeds in a row give numbers in step: studies would not be independent.
    var random = new Random(new SplittableRandom(1000L * planted.ordinal() + study).nextLong());
    double[][] features = normal(WORDS, FEATURES, random);
    List<Stimulus> stimuli =
        Paper.nouns().stream().sorted().limit(WORDS).map(word -> new Stimulus(word, "")).toList();
    List<String> words = stimuli.stream().map(Stimulus::word).toList();
    double[] flat = Arrays.stream(features).flatMapToDouble(Arrays::stream).toArray();
    List<String> names = IntStream.range(0, FEATURES).mapToObj(f -> "f" + f).toList();
    var space = new FeatureSpace("planted", words, names, flat, new TreeMap<>());
    var participants = new ArrayList<SharedWords>();
    for (int k = 0; k < PARTICIPANTS; k++) {
      double[][] own = planted == Planted.SHARED ? features : normal(WORDS, FEATURES, random);
      Responses responses = responses("p" + k, stimuli, own, planted, random);
      participants.add(SharedWords.of(responses, space, Scale.NONE, true));
    }
    var options =
        new EvaluationOptions(
            new EncodingOptions(Preset.STRICT, Scale.NONE, 1),
            OptionalInt.empty(),
            Metric.CORRELATION,
            MatchRule.SUM);
    return LeftOutParticipants.of(
        new AcrossRequest(
            List.of(Way.PROCRUSTES, Way.RIDGE),
            OptionalInt.of(DIMENSIONS),
            1,
            responses -> options,
            study),
        new Contender("planted", false, participants),
        new Known(participants),
        workers,
        Progress.NONE,
        note -> {});
  }

  private record Known(List<SharedWords> participants) implements LeftOutParticipants.Images {
    @Override
    public SharedWords of(int participant) {
      return participants.get(participant);
    }

    @Override
    public Optional<VoxelPlaces> places(int participant) {
      return Optional.empty();
    }
  }

  private static Responses responses(
      String name, List<Stimulus> stimuli, double[][] features, Planted planted, Random random) {
    double[][] signatures = normal(FEATURES, VOXELS, random);
    double sd = planted == Planted.NOTHING ? 0 : 1 / Math.sqrt(FEATURES);
    var images = new float[WORDS][1][VOXELS];
    for (int w = 0; w < WORDS; w++) {
      for (int v = 0; v < VOXELS; v++) {
        double signal = 0;
        for (int f = 0; f < FEATURES; f++) {
          signal += sd * features[w][f] * signatures[f][v];
        }
        images[w][0][v] = (float) (signal + random.nextGaussian());
      }
    }
    return new Responses(name, "SIMULATED", stimuli, images, Optional.empty(), List.of());
  }

  private static double[][] normal(int rows, int columns, Random random) {
    var numbers = new double[rows][columns];
    for (double[] row : numbers) {
      Arrays.setAll(row, i -> random.nextGaussian());
    }
    return numbers;
  }
}
