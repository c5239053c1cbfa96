package org.mitchell.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.TDistribution;
import org.mitchell.encoding.EncodingOptions;
import org.mitchell.encoding.Preset;
import org.mitchell.encoding.Scale;
import org.mitchell.encoding.SignatureErrors;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.Stimulus;
import org.mitchell.fmri.WordImages;
import org.mitchell.jobs.Workers;

/**
 * How often 95% intervals of coefficients hold what was planted, what such studies find in the
 * mean, and 0 where nothing was planted: the table for docs/maps.md.
 *
 * <pre>
 * mvn -q -DskipTests package
 * java -cp target/mitchell.jar src/bench/java/org/mitchell/bench/SignatureCoverage.java [PARTICIPANTS]
 * </pre>
 *
 * <p>60 words, 25 features from 0 up of unit length, 40 voxels of white noise of sd 1; planted
 * coefficients of sd 1 in half of the voxels, none in the others. Words and noise are new for every
 * participant, coefficients the same for all.
 */
public final class SignatureCoverage {
  private static final int WORDS = 60;
  private static final int FEATURES = 25;
  private static final int VOXELS = 40;
  private static final int PLANTED = 20;
  private static final double T = new TDistribution(WORDS - 1.0).inverseCumulativeProbability(.975);

  private SignatureCoverage() {}

  public static void main(String[] arguments) {
    int participants = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 400;
    var random = new Random(18);
    var truth = new double[FEATURES][VOXELS];
    for (double[] row : truth) {
      Arrays.setAll(row, v -> v < PLANTED ? random.nextGaussian() : 0);
    }
    for (Preset preset : Preset.values()) {
      for (double ridge : new double[] {0, 1}) {
        report(new EncodingOptions(preset, Scale.UNIT, ridge), truth, participants);
      }
    }
  }

  private static void report(EncodingOptions options, double[][] truth, int participants) {
    var found = new SignatureErrors[participants];
    try (var workers = new Workers(1)) {
      for (int k = 0; k < participants; k++) {
        found[k] = participant(options, truth, k, workers);
      }
    }
    var mean = new double[FEATURES][VOXELS];
    for (SignatureErrors one : found) {
      for (int f = 0; f < FEATURES; f++) {
        for (int v = 0; v < VOXELS; v++) {
          mean[f][v] += one.coefficients()[f][v] / participants;
        }
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%s, ridge %.0f: hold the planted %s, the mean of all studies %s, 0 where nothing is %s%n",
        options.preset(),
        options.ridge(),
        share(found, truth, 0, PLANTED),
        share(found, mean, 0, PLANTED),
        share(found, truth, PLANTED, VOXELS));
  }

  private static SignatureErrors participant(
      EncodingOptions options, double[][] truth, int number, Workers workers) {
    // Seeds in a row give numbers in step: participants would not be independent.
    var random = new Random(new SplittableRandom(number).nextLong());
    var features = new double[WORDS][FEATURES];
    var images = new float[WORDS][1][VOXELS];
    for (int w = 0; w < WORDS; w++) {
      Arrays.setAll(features[w], f -> Math.abs(random.nextGaussian()));
      double length = Math.sqrt(Arrays.stream(features[w]).map(x -> x * x).sum());
      for (int v = 0; v < VOXELS; v++) {
        double value = random.nextGaussian();
        for (int f = 0; f < FEATURES; f++) {
          value += features[w][f] / length * truth[f][v];
        }
        images[w][0][v] = (float) value;
      }
    }
    List<Stimulus> words =
        IntStream.range(0, WORDS).mapToObj(w -> new Stimulus("w%02d".formatted(w), "")).toList();
    var responses = new Responses("x", "SIMULATED", words, images, Optional.empty(), List.of());
    return SignatureErrors.of(
        features, WordImages.of(responses), options, () -> new int[0], workers);
  }

  /** The mean over participants of the share of their intervals, with its 95% interval. */
  private static String share(SignatureErrors[] found, double[][] value, int from, int to) {
    double[] shares =
        Arrays.stream(found).mapToDouble(one -> holding(one, value, from, to)).toArray();
    double mean = Arrays.stream(shares).average().orElseThrow();
    double squares = Arrays.stream(shares).map(s -> (s - mean) * (s - mean)).sum();
    double margin = 1.96 * Math.sqrt(squares / (shares.length - 1.0) / shares.length);
    return String.format(Locale.ROOT, "%.3f (%.3f to %.3f)", mean, mean - margin, mean + margin);
  }

  private static double holding(SignatureErrors one, double[][] value, int from, int to) {
    int holding = 0;
    for (int f = 0; f < FEATURES; f++) {
      for (int v = from; v < to; v++) {
        double away = Math.abs(one.coefficients()[f][v] - value[f][v]);
        holding += away <= T * one.standardErrors()[f][v] ? 1 : 0;
      }
    }
    return (double) holding / FEATURES / (to - from);
  }
}
