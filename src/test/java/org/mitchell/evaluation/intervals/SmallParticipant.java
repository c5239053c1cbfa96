package org.mitchell.evaluation.intervals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.mitchell.encoding.EncodingOptions;
import org.mitchell.encoding.Preset;
import org.mitchell.encoding.Scale;
import org.mitchell.evaluation.EncodingAnalysis;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.evaluation.LeaveTwoOut;
import org.mitchell.evaluation.MatchRule;
import org.mitchell.evaluation.Metric;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.Stimulus;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;

/**
 * One brain of few voxels that can be shown any words: its weights stay, words (normal features)
 * and noise are drawn anew for every experiment.
 */
final class SmallParticipant {
  static final EvaluationOptions OPTIONS =
      new EvaluationOptions(
          new EncodingOptions(Preset.PAPER, Scale.NONE, 1),
          OptionalInt.empty(),
          Metric.COSINE,
          MatchRule.SUM);

  private final double[][] weights;
  private final double noise;

  /**
   * @param noise sd of a response's noise, where the planted response has sd of about 1
   */
  SmallParticipant(long seed, int features, int voxels, double noise) {
    var random = new Random(seed);
    this.noise = noise;
    this.weights = new double[features][voxels];
    for (double[] row : weights) {
      for (int v = 0; v < voxels; v++) {
        row[v] = random.nextGaussian() / Math.sqrt(features);
      }
    }
  }

  /** What came of showing it some words once each. */
  record Experiment(Responses responses, double[][] features) {
    WordSubsetScore score() {
      return WordSubsetScore.of(
          new EncodingAnalysis(responses, features, OPTIONS), LeaveTwoOut::accuracy);
    }

    /** The same responses, with features that have normal noise of this sd on them. */
    Experiment blurred(double sd, Random random) {
      double[][] blurred = Arrays.stream(features).map(double[]::clone).toArray(double[][]::new);
      for (double[] row : blurred) {
        for (int f = 0; f < row.length; f++) {
          row[f] += sd * random.nextGaussian();
        }
      }
      return new Experiment(responses, blurred);
    }

    double accuracy(Workers workers) {
      return LeaveTwoOut.run(
              new EncodingAnalysis(responses, features, OPTIONS), workers, Progress.NONE)
          .all()
          .accuracy();
    }
  }

  Experiment experiment(int words, Random random) {
    var features = new double[words][weights.length];
    var trials = new float[words][1][weights[0].length];
    var stimuli = new ArrayList<Stimulus>();
    for (int w = 0; w < words; w++) {
      stimuli.add(new Stimulus("word%03d".formatted(w), ""));
      for (int f = 0; f < weights.length; f++) {
        features[w][f] = random.nextGaussian();
      }
      for (int v = 0; v < weights[0].length; v++) {
        double response = noise * random.nextGaussian();
        for (int f = 0; f < weights.length; f++) {
          response += features[w][f] * weights[f][v];
        }
        trials[w][0][v] = (float) response;
      }
    }
    return new Experiment(
        new Responses("s1", "SIMULATED", stimuli, trials, Optional.empty(), List.of()), features);
  }
}
