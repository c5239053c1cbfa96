package org.mitchell.bench;

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
import org.mitchell.analysis.EvaluationPlan;
import org.mitchell.analysis.ParticipantEvaluation;
import org.mitchell.analysis.SharedWords;
import org.mitchell.analysis.ceilings.CeilingPlan;
import org.mitchell.analysis.ceilings.IdentificationCeilings;
import org.mitchell.encoding.EncodingOptions;
import org.mitchell.encoding.Preset;
import org.mitchell.encoding.Scale;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.evaluation.MatchRule;
import org.mitchell.evaluation.Metric;
import org.mitchell.evaluation.nulls.Relabelling;
import org.mitchell.evaluation.ranks.Softmax;
import org.mitchell.evaluation.schemes.Scheme;
import org.mitchell.features.FeatureSpace;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.Stimulus;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;
import org.mitchell.paper.Paper;

/**
 * How often the interval of a share of the ceiling by presentations holds the mean share: the table
 * for docs/ceilings.md.
 *
 * <pre>
 * mvn -q -DskipTests package
 * java -cp target/mitchell.jar src/bench/java/org/mitchell/bench/CeilingCoverage.java [STUDIES]
 * </pre>
 *
 * <p>Studies of one participant each: 24 of the paper's nouns, 4 presentations, 40 voxels, 5
 * features of normal numbers, ridge 1, 50 halves of the words. Signatures are the same in all of
 * them; features, noise of sd 1 a trial and what the features do not have of a word are new.
 */
public final class CeilingCoverage {
  private static final int WORDS = 24;
  private static final int FEATURES = 5;
  private static final int VOXELS = 40;
  private static final int PRESENTATIONS = 4;
  private static final int HALVES = 50;

  /**
   * @param signal sd over words of what the features say, at a voxel
   * @param other sd of what comes back with a word that they do not have
   */
  private record Planted(double signal, double other) {}

  private CeilingCoverage() {}

  public static void main(String[] arguments) {
    int studies = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
    List<Planted> conditions =
        List.of(
            new Planted(.25, 0), new Planted(.25, .25), new Planted(.5, .5), new Planted(.15, .3));
    try (var workers = new Workers(1)) {
      for (int c = 0; c < conditions.size(); c++) {
        print(conditions.get(c), c, studies, workers);
      }
    }
  }

  private static void print(Planted planted, int condition, int studies, Workers workers) {
    var signatures = new double[FEATURES][VOXELS];
    var random = new Random(new SplittableRandom(condition).nextLong());
    for (double[] row : signatures) {
      Arrays.setAll(row, v -> random.nextGaussian() * planted.signal / Math.sqrt(FEATURES));
    }
    var shares = new ArrayList<IdentificationCeilings.Share>();
    double accuracy = 0;
    double ceiling = 0;
    for (int study = 0; study < studies; study++) {
      ParticipantEvaluation evaluation =
          evaluation(planted, signatures, 1000L * condition + study, workers);
      var found =
          IdentificationCeilings.of(
                  evaluation, new CeilingPlan(true, Optional.empty()), workers, Progress.NONE)
              .presentations()
              .orElseThrow();
      accuracy += evaluation.accuracy() / studies;
      ceiling += found.ceiling().accuracy() / studies;
      shares.add(found.share());
    }
    double mean = shares.stream().mapToDouble(one -> one.share()).average().orElseThrow();
    long holding =
        shares.stream()
            .map(one -> one.interval().orElseThrow())
            .filter(interval -> interval.low() <= mean && mean <= interval.high())
            .count();
    double width =
        shares.stream()
            .map(one -> one.interval().orElseThrow())
            .mapToDouble(interval -> interval.high() - interval.low())
            .average()
            .orElseThrow();
    System.out.printf(
        Locale.ROOT,
        "signal %.2f, other %.2f: accuracy %.3f, ceiling %.3f, share %.3f, held by %d of %d,"
            + " mean width %.3f, sd of shares %.3f%n",
        planted.signal,
        planted.other,
        accuracy,
        ceiling,
        mean,
        holding,
        studies,
        width,
        Math.sqrt(
            shares.stream().mapToDouble(one -> Math.pow(one.share() - mean, 2)).sum()
                / (studies - 1)));
  }

  private static ParticipantEvaluation evaluation(
      Planted planted, double[][] signatures, long seed, Workers workers) {
    // Seeds in a row give numbers in step: studies would not be independent.
    var random = new Random(new SplittableRandom(seed).nextLong());
    List<Stimulus> stimuli =
        Paper.nouns().stream().sorted().limit(WORDS).map(word -> new Stimulus(word, "")).toList();
    var features = new double[WORDS * FEATURES];
    Arrays.setAll(features, f -> random.nextGaussian());
    var images = new float[WORDS][PRESENTATIONS][VOXELS];
    for (int w = 0; w < WORDS; w++) {
      for (int v = 0; v < VOXELS; v++) {
        double mean = planted.other * random.nextGaussian();
        for (int f = 0; f < FEATURES; f++) {
          mean += features[w * FEATURES + f] * signatures[f][v];
        }
        for (int p = 0; p < PRESENTATIONS; p++) {
          images[w][p][v] = (float) (mean + random.nextGaussian());
        }
      }
    }
    var responses = new Responses("x", "SIMULATED", stimuli, images, Optional.empty(), List.of());
    List<String> names = IntStream.range(0, FEATURES).mapToObj(f -> "f" + f).toList();
    var space = new FeatureSpace("planted", responses.words(), names, features, new TreeMap<>());
    return ParticipantEvaluation.of(
        SharedWords.of(responses, space, Scale.NONE, true),
        new EvaluationOptions(
            new EncodingOptions(Preset.STRICT, Scale.NONE, 1),
            OptionalInt.empty(),
            Metric.COSINE,
            MatchRule.SUM),
        new EvaluationPlan(
            Optional.of(Scheme.LEAVE_TWO_OUT),
            Optional.empty(),
            Softmax.DEFAULT,
            Optional.of(Relabelling.FREE),
            1,
            List.of(),
            HALVES,
            seed),
        workers,
        Progress.NONE);
  }
}
