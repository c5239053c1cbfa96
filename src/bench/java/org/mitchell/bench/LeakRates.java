package org.mitchell.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.mitchell.analysis.SharedWords;
import org.mitchell.analysis.comparison.Contender;
import org.mitchell.analysis.leaks.LeakMeter;
import org.mitchell.analysis.leaks.LeakPlan;
import org.mitchell.analysis.leaks.LeakResult;
import org.mitchell.encoding.EncodingOptions;
import org.mitchell.encoding.Preset;
import org.mitchell.encoding.Scale;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.evaluation.MatchRule;
import org.mitchell.evaluation.Metric;
import org.mitchell.evaluation.schemes.ListSplitting;
import org.mitchell.evaluation.schemes.Scheme;
import org.mitchell.evaluation.schemes.Splitting;
import org.mitchell.features.FeatureSource;
import org.mitchell.features.FeatureSources;
import org.mitchell.features.FeatureSpace;
import org.mitchell.fmri.Moment;
import org.mitchell.fmri.Presentation;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.Stimulus;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;
import org.mitchell.paper.Paper;
import org.mitchell.random.RandomStreams;

/**
 * How often the leak meter speaks of simulated participants, with and without something planted in
 * time: the table for docs/leaks.md.
 *
 * <pre>
 * mvn -q -DskipTests package
 * java -cp target/mitchell.jar src/bench/java/org/mitchell/bench/LeakRates.java [PARTICIPANTS]
 * </pre>
 *
 * <p>24 of the paper's nouns, 5 features of normal numbers, 30 voxels, 4 runs; noise of sd 1 from
 * trial to trial, of which an autocorrelation may be planted inside runs; ridge 1, 99 exchanges.
 */
public final class LeakRates {
  private static final int WORDS = 24;
  private static final int FEATURES = 5;
  private static final int VOXELS = 30;
  private static final int RUNS = 4;
  private static final int PERMUTATIONS = 99;

  /**
   * What is planted.
   *
   * @param number of the condition, which random numbers depend on
   * @param presentations of every word: 1, a quarter of the words a run; or 4, all words in every
   *     run
   * @param signal sd of the features' share of a trial
   * @param autocorrelation of the noise of neighbouring trials
   * @param runs sd of what all trials of a run share
   * @param drift how far the noise moves from the first trial to the last, in its sd
   */
  private record Planted(
      int number,
      int presentations,
      double signal,
      double autocorrelation,
      double runs,
      double drift) {
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "presentations %d, signal %.1f, autocorrelation %.1f, runs %.1f, drift %.1f",
          presentations,
          signal,
          autocorrelation,
          runs,
          drift);
    }
  }

  private LeakRates() {}

  public static void main(String[] arguments) throws IOException {
    int participants = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
    List<Planted> conditions =
        List.of(
            new Planted(1, 1, 0, 0, 0, 0),
            new Planted(2, 1, 0.5, 0, 0, 0),
            new Planted(3, 4, 0, 0, 0, 0),
            new Planted(4, 4, 0.5, 0, 0, 0),
            new Planted(5, 1, 0.5, 0.3, 0, 0),
            new Planted(6, 1, 0.5, 0.6, 0, 0),
            new Planted(7, 4, 0.5, 0.3, 0, 0),
            new Planted(8, 4, 0.5, 0.6, 0, 0),
            new Planted(9, 1, 0.5, 0, 0.5, 0),
            new Planted(10, 1, 0.5, 0, 0, 2));
    try (var workers = new Workers(1)) {
      FeatureSource form = FeatureSources.named("form", workers);
      for (Planted planted : conditions) {
        print(planted, Scheme.LEAVE_TWO_OUT, participants, form, workers);
      }
      print(new Planted(11, 4, 0.5, 0, 0, 0), ListSplitting.RUN, participants, form, workers);
      print(new Planted(12, 4, 0.5, 0.6, 0, 0), ListSplitting.RUN, participants, form, workers);
    }
  }

  private static void print(
      Planted planted, Splitting splitting, int participants, FeatureSource form, Workers workers)
      throws IOException {
    int spoke = 0;
    double model = 0;
    var byRival = new TreeMap<String, Integer>();
    for (int k = 0; k < participants; k++) {
      LeakResult result = measure(planted, splitting, k, form, workers);
      spoke += result.leaks().isEmpty() ? 0 : 1;
      model += result.model().mean() / participants;
      for (LeakResult.Measured leak : result.leaks()) {
        byRival.merge(leak.accuracies().name(), 1, Integer::sum);
      }
    }
    double[] ends = wilson(spoke, participants);
    System.out.printf(
        Locale.ROOT,
        "%-13s  %s: model %.3f, speaks of %d of %d (95%% %.3f to %.3f) %s%n",
        splitting.label(),
        planted,
        model,
        spoke,
        participants,
        ends[0],
        ends[1],
        byRival);
  }

  /** The 95% interval of a share (Wilson 1927). */
  private static double[] wilson(int some, int all) {
    double normal = 1.959963984540054;
    double share = (double) some / all;
    double z = normal * normal / all;
    double centre = (share + z / 2) / (1 + z);
    double margin = normal / (1 + z) * Math.sqrt((share * (1 - share) + z / 4) / all);
    return new double[] {Math.max(0, centre - margin), Math.min(1, centre + margin)};
  }

  private static LeakResult measure(
      Planted planted, Splitting splitting, int seed, FeatureSource form, Workers workers)
      throws IOException {
    // Seeds in a row give numbers in step: participants would not be independent.
    var random = new Random(new SplittableRandom(1000L * planted.number + seed).nextLong());
    var features = new double[WORDS][FEATURES];
    for (double[] row : features) {
      Arrays.setAll(row, f -> random.nextGaussian());
    }
    Responses responses = responses(planted, features, random);
    List<String> words = responses.words();
    var names = IntStream.range(0, FEATURES).mapToObj(f -> "f" + f).toList();
    double[] flat = Arrays.stream(features).flatMapToDouble(Arrays::stream).toArray();
    var space = new FeatureSpace("planted", words, names, flat, new TreeMap<>());
    var encoding = new EncodingOptions(Preset.PAPER, Scale.NONE, 1);
    var options =
        new EvaluationOptions(encoding, OptionalInt.empty(), Metric.COSINE, MatchRule.SUM);
    SharedWords shared = SharedWords.of(responses, space, Scale.NONE, true);
    return LeakMeter.of(
        contender("planted", shared),
        contender("form", SharedWords.of(responses, form.vectors(words), Scale.NONE, true)),
        number -> List.of(shared),
        new LeakPlan((some, presentations) -> options, splitting, PERMUTATIONS, 0, 0),
        new RandomStreams(seed),
        workers,
        Progress.NONE);
  }

  private static Contender contender(String name, SharedWords words) {
    return new Contender(name, false, List.of(words));
  }

  private static Responses responses(Planted planted, double[][] features, Random random) {
    var signatures = new double[FEATURES][VOXELS];
    for (double[] row : signatures) {
      Arrays.setAll(row, v -> random.nextGaussian() * planted.signal / Math.sqrt(FEATURES));
    }
    double[] direction = normal(random);
    var images = new float[WORDS][planted.presentations][];
    var shown = new Presentation[WORDS][planted.presentations];
    var presented = new int[WORDS];
    List<int[]> trials = trials(planted, random);
    var noise = new double[VOXELS];
    double[] ofRun = new double[VOXELS];
    int run = -1;
    for (int t = 0; t < trials.size(); t++) {
      int word = trials.get(t)[0];
      double kept = trials.get(t)[1] == run ? planted.autocorrelation : 0;
      if (trials.get(t)[1] != run) {
        ofRun = normal(random);
        run = trials.get(t)[1];
      }
      var image = new float[VOXELS];
      double along = planted.drift * (t / (trials.size() - 1.0) - 0.5);
      for (int v = 0; v < VOXELS; v++) {
        noise[v] = kept * noise[v] + Math.sqrt(1 - kept * kept) * random.nextGaussian();
        double signal = 0;
        for (int f = 0; f < FEATURES; f++) {
          signal += features[word][f] * signatures[f][v];
        }
        image[v] = (float) (signal + noise[v] + planted.runs * ofRun[v] + along * direction[v]);
      }
      images[word][presented[word]] = image;
      shown[word][presented[word]++] =
          new Presentation("run" + run, "", Optional.of(new Moment(t, OptionalDouble.empty())));
    }
    List<Stimulus> stimuli =
        Paper.nouns().stream().sorted().limit(WORDS).map(word -> new Stimulus(word, "")).toList();
    return new Responses("x", "SIMULATED", stimuli, images, shown, Optional.empty(), List.of());
  }

  private static double[] normal(Random random) {
    return IntStream.range(0, VOXELS).mapToDouble(v -> random.nextGaussian()).toArray();
  }

  /** Word and run, in the order of time. */
  private static List<int[]> trials(Planted planted, Random random) {
    var trials = new ArrayList<int[]>();
    var words = new ArrayList<>(IntStream.range(0, WORDS).boxed().toList());
    Collections.shuffle(words, random);
    for (int run = 0; run < RUNS; run++) {
      int from = planted.presentations == 1 ? run * WORDS / RUNS : 0;
      int to = planted.presentations == 1 ? (run + 1) * WORDS / RUNS : WORDS;
      for (int word : words.subList(from, to)) {
        trials.add(new int[] {word, run});
      }
      if (planted.presentations > 1) {
        Collections.shuffle(words, random);
      }
    }
    return trials;
  }
}
