package org.mitchell.analysis.power;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.RandomGenerator;
import org.mitchell.encoding.FoldPredictor;
import org.mitchell.evaluation.EncodingAnalysis;
import org.mitchell.evaluation.nulls.Relabelling;
import org.mitchell.evaluation.schemes.FeatureSet;
import org.mitchell.evaluation.schemes.Scheme;
import org.mitchell.evaluation.schemes.SchemeEvaluation;
import org.mitchell.evaluation.schemes.SchemeResult;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.Stimulus;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;
import org.mitchell.random.RandomStreams;
import org.mitchell.random.RandomStreams.Purpose;
import org.mitchell.simulation.Simulation;

/**
 * One experiment: words drawn from those there are, shown to participants who differ in their
 * signatures and their noise.
 */
final class SimulatedExperiment {
  private final PowerDesign design;
  private final Condition condition;
  private final RandomStreams streams;
  private final List<Stimulus> stimuli;
  private final double[][] features;
  private final FoldPredictor model;
  private final List<FeatureSet> permuted;

  private SimulatedExperiment(
      PowerDesign design, Condition condition, RandomStreams streams, List<String> words) {
    this.design = design;
    this.condition = condition;
    this.streams = streams;
    this.stimuli = words.stream().map(word -> new Stimulus(word, "")).toList();
    this.features =
        words.stream()
            .map(word -> design.words().vector(word).orElseThrow())
            .toArray(double[][]::new);
    this.model = FoldPredictor.of(features, design.options().encoding());
    this.permuted =
        Relabelling.FREE.permutations(stimuli, design.permutations(), streams).stream()
            .map(featuresOf -> new FeatureSet(model, featuresOf))
            .toList();
  }

  /**
   * @param streams of this experiment alone
   */
  static SimulatedExperiment of(PowerDesign design, Condition condition, RandomStreams streams) {
    List<String> words = drawn(design.words().words(), condition.words(), streams);
    return new SimulatedExperiment(design, condition, streams, words);
  }

  /**
   * A participant's accuracy.
   *
   * @param permuted the accuracy under each permutation of the words' features, the same
   *     permutations for every participant
   */
  record Outcome(double accuracy, double[] permuted) {}

  /** Simulates and evaluates one participant, by number from 0. */
  Outcome participant(int number, Workers workers) {
    Responses responses =
        Simulation.builder("sim" + (number + 1))
            .stimuli(stimuli)
            .features(design.words().features(), features)
            .presentations(condition.presentations())
            .signalToNoise(condition.signalToNoise())
            .sharedSignal(design.sharedSignal())
            .sharedSeed(streams.derived(Purpose.SHARED, 0, 0).seed())
            .grid(design.grid())
            .seed(streams.derived(Purpose.EXPERIMENT, number, 0).seed())
            .build()
            .run(workers)
            .responses();
    SchemeResult result =
        SchemeEvaluation.of(
                Scheme.LEAVE_TWO_OUT,
                new EncodingAnalysis(responses, features, design.options(condition)),
                workers)
            .run(model, permuted, Progress.NONE);
    return new Outcome(result.accuracy(), result.otherAccuracies());
  }

  /** Some of the words, in alphabetical order, as responses have them. */
  private static List<String> drawn(List<String> words, int count, RandomStreams streams) {
    RandomGenerator random = streams.stream(Purpose.RANDOM_WORDS, 0, 0);
    int[] order = IntStream.range(0, words.size()).toArray();
    for (int i = 0; i < count; i++) {
      int other = i + random.nextInt(order.length - i);
      int taken = order[other];
      order[other] = order[i];
      order[i] = taken;
    }
    return Arrays.stream(order, 0, count).mapToObj(words::get).sorted().toList();
  }
}
