package org.mitchell.simulation;

import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.random.RandomGenerator;
import org.mitchell.fmri.Responses;
import org.mitchell.jobs.Workers;
import org.mitchell.random.RandomStreams.Purpose;

/**
 * Adds noise to what was planted: one trial after another, each from a random stream of its own.
 */
final class TrialSimulator {
  private static final String STUDY = "SIMULATED by mitchell";

  private final PlantedTruth truth;
  private final Simulation simulation;
  private final GaussianField noise;

  TrialSimulator(PlantedTruth truth, Simulation simulation) {
    this.truth = truth;
    this.simulation = simulation;
    this.noise = new GaussianField(simulation.grid(), simulation.noiseFwhm());
  }

  Responses responses(Workers workers) {
    float[] baseline = truth.baseline();
    var trials = new float[simulation.stimuli().size()][][];
    workers.forEach(
        trials.length,
        w -> {
          double[] planted = truth.planted(w);
          double[] shared = truth.shared(w);
          for (int v = 0; v < planted.length; v++) {
            planted[v] += shared[v];
          }
          trials[w] = new float[simulation.presentations(w)][];
          for (int p = 0; p < trials[w].length; p++) {
            trials[w][p] =
                trial(planted, baseline, simulation.streams().stream(Purpose.TRIAL, w, p));
          }
        });
    return new Responses(
        simulation.participant(),
        STUDY,
        simulation.stimuli(),
        trials,
        Optional.of(simulation.grid()),
        List.of());
  }

  private float[] trial(double[] planted, float[] baseline, RandomGenerator random) {
    double[] field = noise.draw(random);
    var trial = new float[planted.length];
    for (int v = 0; v < trial.length; v++) {
      trial[v] = (float) (baseline[v] + planted[v] + Simulation.NOISE_SD * field[v]);
    }
    return trial;
  }
}
