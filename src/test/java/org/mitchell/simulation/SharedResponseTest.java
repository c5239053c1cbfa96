package org.mitchell.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.junit.jupiter.api.Test;
import org.mitchell.fmri.Stimulus;

/** A response to words that participants share, and features have no part in. */
class SharedResponseTest {
  private static final int WORDS = 40;

  @Test
  void participantsOfOneSharedSeedHaveItAndNothingElseInCommon() {
    SimulatedParticipant one = Samples.run(shared(1).signalToNoise(0.3).seed(3));
    SimulatedParticipant two = Samples.run(shared(1).signalToNoise(0.3).seed(4));
    SimulatedParticipant other = Samples.run(shared(1).seed(4).sharedSeed(8));
    for (int w = 0; w < WORDS; w++) {
      assertThat(two.truth().shared(w)).isEqualTo(one.truth().shared(w));
      assertThat(other.truth().shared(w)).isNotEqualTo(one.truth().shared(w));
    }
    assertThat(two.responses().trial(0, 0)).isNotEqualTo(one.responses().trial(0, 0));
    assertThat(two.truth().signature(0)).isNotEqualTo(one.truth().signature(0));
  }

  @Test
  void aResponseIsTheSameWhateverOtherWordsAreShown() {
    SimulatedParticipant alone =
        Samples.run(
            Simulation.builder("sim2")
                .stimuli(List.of(new Stimulus("word007", ""), new Stimulus("another", "")))
                .features(List.of("see"), new double[][] {{1}, {2}})
                .grid(SimulatedBrain.cmu(0.25))
                .signalToNoise(0)
                .sharedSignal(1));
    assertThat(alone.truth().shared(1)).isEqualTo(Samples.run(shared(1)).truth().shared(7));
  }

  @Test
  void wordsOfTheSameLettersHaveOtherResponses() {
    SimulatedParticipant simulated =
        Samples.run(
            Simulation.builder("sim2")
                .stimuli(List.of(new Stimulus("god", ""), new Stimulus("dog", "")))
                .features(List.of("see"), new double[][] {{1}, {2}})
                .grid(SimulatedBrain.cmu(0.25))
                .signalToNoise(0)
                .sharedSignal(1));
    assertThat(simulated.truth().shared(0)).isNotEqualTo(simulated.truth().shared(1));
  }

  /** Voxels of a smooth image are few independent numbers: about 15 a word of this small brain. */
  @Test
  void itsSdIsThatAskedForInUnitsOfTheNoise() {
    SimulatedParticipant simulated = Samples.run(shared(0.5));
    double squares = 0;
    int values = 0;
    for (int w = 0; w < WORDS; w++) {
      for (double value : simulated.truth().shared(w)) {
        squares += value * value;
        values++;
      }
    }
    assertThat(Math.sqrt(squares / values))
        .isCloseTo(0.5, within(0.5 * 5 / Math.sqrt(2 * 15 * WORDS)));
  }

  /**
   * Two participants' word images, of noise variance 1 / P each, correlate by s2 / (s2 + 1 / P).
   */
  @Test
  void itIsInTheResponsesOfAllParticipants() {
    int presentations = 6;
    SimulatedParticipant one = Samples.run(shared(1).baselineSd(0).seed(3));
    SimulatedParticipant two = Samples.run(shared(1).baselineSd(0).seed(4));
    double expected = 1 / (1 + 1.0 / presentations);
    double sum = 0;
    for (int v = 0; v < one.responses().voxels(); v++) {
      sum += new PearsonsCorrelation().correlation(means(one, v), means(two, v));
    }
    assertThat(sum / one.responses().voxels()).isCloseTo(expected, within(0.03));
  }

  @Test
  void sharedSignaturesAreThoseOfTheSharedSeed() {
    SimulatedParticipant one = Samples.run(signatures().seed(3));
    SimulatedParticipant two = Samples.run(signatures().seed(4));
    SimulatedParticipant other = Samples.run(signatures().seed(4).sharedSeed(8));
    assertThat(two.truth().signature(1)).isEqualTo(one.truth().signature(1));
    assertThat(other.truth().signature(1)).isNotEqualTo(one.truth().signature(1));
    assertThat(two.responses().trial(0, 0)).isNotEqualTo(one.responses().trial(0, 0));
  }

  private static SimulationBuilder signatures() {
    return Samples.builder(6).sharedSignatures(true);
  }

  private static SimulationBuilder shared(double sd) {
    return Samples.builder(WORDS).signalToNoise(0).sharedSignal(sd);
  }

  private static double[] means(SimulatedParticipant simulated, int voxel) {
    var means = new double[WORDS];
    for (int w = 0; w < WORDS; w++) {
      int presentations = simulated.responses().presentations(w);
      for (int p = 0; p < presentations; p++) {
        means[w] += simulated.responses().trial(w, p)[voxel] / presentations;
      }
    }
    return means;
  }
}
