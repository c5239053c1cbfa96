package org.mitchell.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.mitchell.fmri.Stimulus;
import org.mitchell.jobs.Workers;

/** Small simulations, quick to run: words in four categories with random features. */
final class Samples {
  static final List<String> FEATURES = List.of("see", "eat", "push", "run");

  private Samples() {}

  /** On a head of about 300 voxels. Words are given in reverse alphabetical order, to be sorted. */
  static SimulationBuilder builder(int words) {
    var stimuli = new ArrayList<Stimulus>();
    var vectors = new double[words][FEATURES.size()];
    var random = new Random(5);
    for (int w = 0; w < words; w++) {
      stimuli.add(new Stimulus("word%03d".formatted(words - 1 - w), "category" + w % 4));
      for (int i = 0; i < FEATURES.size(); i++) {
        vectors[w][i] = random.nextDouble();
      }
    }
    return Simulation.builder("sim1")
        .stimuli(stimuli)
        .features(FEATURES, vectors)
        .grid(SimulatedBrain.cmu(0.25))
        .blobs(1, 12)
        .seed(42);
  }

  static SimulatedParticipant run(SimulationBuilder builder) {
    return run(builder, 1);
  }

  static SimulatedParticipant run(SimulationBuilder builder, int threads) {
    try (var workers = new Workers(threads)) {
      return builder.build().run(workers);
    }
  }
}
