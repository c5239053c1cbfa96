package org.mitchell.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitchell.files.InputException;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.Stimulus;
import org.mitchell.fmri.VoxelGrid;

class SimulationTest {
  @Test
  void theStudySaysSimulated() {
    Responses responses = Samples.run(Samples.builder(4)).responses();
    assertThat(responses.study()).contains("SIMULATED");
    assertThat(responses.simulated()).isTrue();
    assertThat(responses.participant()).isEqualTo("sim1");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 8})
  void theSameSeedGivesTheSameNumbersWithAnyNumberOfThreads(double noiseFwhm) {
    SimulatedParticipant one = Samples.run(Samples.builder(9).noiseFwhm(noiseFwhm), 1);
    SimulatedParticipant three = Samples.run(Samples.builder(9).noiseFwhm(noiseFwhm), 3);
    assertThat(trials(one)).isDeepEqualTo(trials(three));
    for (int i = 0; i < Samples.FEATURES.size(); i++) {
      assertThat(one.truth().signature(i)).isEqualTo(three.truth().signature(i));
    }
  }

  @Test
  void anotherSeedGivesOtherNoiseSignaturesAndMeanImage() {
    SimulatedParticipant one = Samples.run(Samples.builder(4));
    SimulatedParticipant other = Samples.run(Samples.builder(4).seed(43));
    assertThat(one.responses().trial(0, 0)).isNotEqualTo(other.responses().trial(0, 0));
    assertThat(one.truth().signature(0)).isNotEqualTo(other.truth().signature(0));
    assertThat(one.truth().baseline()).isNotEqualTo(other.truth().baseline());
  }

  @Test
  void morePresentationsLeaveTheFormerOnesAsTheyWere() {
    SimulatedParticipant two = Samples.run(Samples.builder(4).presentations(2));
    SimulatedParticipant five = Samples.run(Samples.builder(4).presentations(5));
    assertThat(two.responses().trial(3, 1)).isEqualTo(five.responses().trial(3, 1));
  }

  @Test
  void presentationsAndFeaturesStayWithTheirWordsWhenWordsAreSorted() {
    var simulation =
        Simulation.builder("sim1")
            .stimuli(List.of(new Stimulus("hammer", "tool"), new Stimulus("celery", "vegetable")))
            .features(List.of("eat", "push"), new double[][] {{0, 5}, {3, 4}})
            .grid(SimulatedBrain.cmu(0.25))
            .presentations(2, 3)
            .build();
    assertThat(simulation.stimuli()).extracting(Stimulus::word).containsExactly("celery", "hammer");
    assertThat(simulation.features(0)).containsExactly(0.6, 0.8);
    assertThat(simulation.features(1)).containsExactly(0, 1);
    assertThat(simulation.presentations(0)).isEqualTo(3);
    assertThat(simulation.presentations(1)).isEqualTo(2);
  }

  @Test
  void aBlobGivenOnTheLeftLiesAtNegativeX() {
    VoxelGrid grid = SimulatedBrain.cmu();
    SimulatedParticipant simulated =
        Samples.run(
            Samples.builder(6)
                .grid(grid)
                .presentations(1)
                .blobs(0, 12)
                .signature("eat", new Blob(-45, -20, 18, 14, 1).on(grid)));
    float[] eat = simulated.truth().signature(Samples.FEATURES.indexOf("eat"));
    double atX = 0;
    double sum = 0;
    for (int v = 0; v < eat.length; v++) {
      assertThat(simulated.truth().hasSignal(v)).as("voxel %d", v).isEqualTo(eat[v] != 0);
      atX += eat[v] * grid.mm(v)[0];
      sum += eat[v];
      // Two sd of the bump: 2 x 14 / 2.3548 mm.
      assertThat(eat[v] == 0 || Math.abs(grid.mm(v)[0] + 45) < 11.9).as("voxel %d", v).isTrue();
    }
    assertThat(atX / sum).isCloseTo(-45, within(2.0));
    assertThat(simulated.truth().signature(0)).containsOnly(0f);
    assertThat(simulated.simulation().givenSignatures()).containsExactly("eat");
  }

  @Test
  void aGivenSignatureIsKeptUpToOneFactor() {
    VoxelGrid grid = SimulatedBrain.cmu(0.25);
    double[] wedge = new double[grid.columns()];
    for (int v = 0; v < wedge.length; v++) {
      wedge[v] = v % 7 - 2;
    }
    float[] planted = Samples.run(Samples.builder(6).signature("run", wedge)).truth().signature(3);
    double factor = planted[0] / wedge[0];
    assertThat(factor).isPositive();
    for (int v = 0; v < wedge.length; v++) {
      assertThat((double) planted[v]).isCloseTo(factor * wedge[v], within(1e-6 * factor));
    }
  }

  @Test
  void withoutSignalNothingIsPlanted() {
    PlantedTruth truth = Samples.run(Samples.builder(6).signalToNoise(0)).truth();
    assertThat(truth.signalVoxels()).isZero();
    assertThat(truth.signature(1)).containsOnly(0f);
    assertThat(truth.planted(2)).containsOnly(0);
  }

  @Test
  void aBlobIsHalfAsHighAtHalfItsWidth() {
    VoxelGrid grid = SimulatedBrain.cmu();
    double[] image = new Blob(0, -18.75, 18, 12.5, -2).on(grid);
    // Centres of voxels of the CMU grid: (0, -18.75, 18), and two voxels of 3.125 mm to the left of
    // it.
    assertThat(image[columnAt(grid, 0)]).isEqualTo(-2);
    assertThat(image[columnAt(grid, -6.25)]).isCloseTo(-1, within(1e-12));
  }

  @Test
  void whatIsMissingOrDoesNotFitIsNamed() {
    assertRefused(b -> b.presentations(3, 3), "2 numbers of presentations where there are 4 words");
    assertRefused(b -> b.presentations(0), "word word000: 0 presentations");
    assertRefused(
        b -> b.features(List.of("see"), new double[][] {{1}, {1}, {1}}), "3 feature vectors");
    assertRefused(
        b -> b.features(List.of("see", "see"), new double[4][2]),
        "'see' has no name, or that of another");
    assertRefused(
        b -> b.features(List.of("see"), new double[4][2]),
        "word word000: 2 features where 1 are named");
    assertRefused(
        b -> b.features(List.of("see"), new double[4][1]),
        "word word000: its feature vector has length 0");
    assertRefused(b -> b.features(List.of(), new double[4][0]), "there are no features");
    assertRefused(b -> b.stimuli(List.of()), "there are no words");
    assertRefused(
        b -> b.signature("fly", new double[1]),
        "'fly', which is no feature. Known: see, eat, push, run");
    assertRefused(
        b -> b.signature("eat", new double[1]), "the signature of 'eat' has 1 value where 3");
    assertRefused(
        b -> b.signalToNoise(-1), "signal to noise: got -1.0 where 0 or more is expected");
    assertRefused(b -> b.noiseFwhm(Double.NaN), "smoothness of the noise (FWHM, mm): got NaN");
    assertRefused(b -> b.blobs(3, 0), "width of a blob (FWHM, mm): got 0.0");
    assertRefused(b -> b.presentations(1_000_000_000), "MB of memory where Java may use");
    var celery = new Stimulus("celery", "");
    assertRefused(b -> b.stimuli(List.of(celery, celery)), "the word celery is given twice");
  }

  @Test
  void signalThatCannotBeIsRefused() {
    UnaryOperator<SimulationBuilder> alike =
        b -> b.features(List.of("see"), new double[][] {{1}, {2}, {3}, {4}});
    assertThatThrownBy(() -> Samples.run(alike.apply(Samples.builder(4))))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("the same for all words");
  }

  private static void assertRefused(UnaryOperator<SimulationBuilder> change, String message) {
    assertThatThrownBy(() -> change.apply(Samples.builder(4)).build())
        .isInstanceOf(InputException.class)
        .hasMessageContaining(message);
  }

  private static int columnAt(VoxelGrid grid, double x) {
    for (int v = 0; v < grid.columns(); v++) {
      double[] mm = grid.mm(v);
      if (mm[0] == x && mm[1] == -18.75 && mm[2] == 18) {
        return v;
      }
    }
    throw new AssertionError("no voxel at x = " + x);
  }

  private static float[][] trials(SimulatedParticipant simulated) {
    Responses responses = simulated.responses();
    var trials = new float[responses.words().size() * 6][];
    for (int t = 0; t < trials.length; t++) {
      trials[t] = responses.trial(t / 6, t % 6);
    }
    return trials;
  }
}
