package org.mitchell.evaluation.ceilings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mitchell.evaluation.EncodingAnalysis;
import org.mitchell.evaluation.ceilings.ImageIdentification.Score;
import org.mitchell.evaluation.ceilings.OtherParticipants.Brain;
import org.mitchell.files.InputException;
import org.mitchell.fmri.Affine;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.Space;
import org.mitchell.fmri.Stimulus;
import org.mitchell.fmri.VoxelGrid;
import org.mitchell.fmri.WordImages;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;
import org.mitchell.random.RandomStreams;

/** What could be reached at best, against testdata/ceilings/ceilings.py. */
class CeilingsTest {
  @Test
  void halvesPredictHalvesAsAnIndependentProgramFindsInPairsAndRanks() {
    Responses responses = CeilingStudy.responses(0);
    try (var workers = new Workers(2)) {
      for (JsonNode how : CeilingStudy.cases()) {
        EncodingAnalysis analysis = CeilingStudy.analysis(responses, how);
        var identification = ImageIdentification.of(analysis, CeilingStudy.scheme(how), workers);
        var ceiling =
            PresentationCeiling.of(
                identification, responses, CeilingStudy.splits(), workers, Progress.NONE);
        JsonNode expected = how.get("presentations");
        assertThat(
                List.of(
                    ceiling.halves().accuracy(),
                    ceiling.halves().similarity(),
                    ceiling.accuracy(),
                    ceiling.similarity()))
            .as(how.toString())
            .usingElementComparator(CeilingsTest::compare)
            .containsExactly(
                expected.get("half").get(0).asDouble(),
                expected.get("half").get(1).asDouble(),
                expected.get("accuracy").asDouble(),
                expected.get("similarity").asDouble());
      }
    }
  }

  @Test
  void theOthersMeanImageIdentifiesAsAnIndependentProgramFinds() {
    List<Responses> all = IntStream.range(0, 3).mapToObj(CeilingStudy::responses).toList();
    var others = OtherParticipants.of(all.stream().map(Brain::of).toList());
    try (var workers = new Workers(2)) {
      for (JsonNode how : CeilingStudy.cases()) {
        for (int number = 0; number < 3; number++) {
          EncodingAnalysis analysis = CeilingStudy.analysis(all.get(number), how);
          int[] words = IntStream.range(0, analysis.size()).toArray();
          Score score = others.score(number, analysis, words, CeilingStudy.scheme(how), workers);
          JsonNode expected = how.get("others").get(number);
          assertThat(score.accuracy())
              .as(how.toString())
              .isCloseTo(expected.get(0).asDouble(), within(1e-9));
          assertThat(score.similarity())
              .as(how.toString())
              .isCloseTo(expected.get(1).asDouble(), within(1e-9));
          assertThat(others.voxels()).isEqualTo(expected.get(2).asInt());
        }
      }
    }
  }

  @Test
  void splitsAreTheSameWithAnyNumberOfThreads() {
    Responses responses = CeilingStudy.responses(0);
    EncodingAnalysis analysis = CeilingStudy.analysis(responses, CeilingStudy.cases().get(0));
    var found = new ArrayList<PresentationCeiling>();
    for (int threads : new int[] {1, 3}) {
      try (var workers = new Workers(threads)) {
        found.add(
            PresentationCeiling.of(
                ImageIdentification.of(analysis, Optional.empty(), workers),
                responses,
                20,
                new RandomStreams(1),
                workers,
                Progress.NONE));
      }
    }
    assertThat(found.get(0)).isEqualTo(found.get(1));
  }

  @Test
  void whereNothingRepeatsThereIsNoCeiling() {
    var opposite = new float[8][2][6];
    var stimuli = new ArrayList<Stimulus>();
    for (int w = 0; w < 8; w++) {
      stimuli.add(new Stimulus("word" + w, ""));
      for (int v = 0; v < 6; v++) {
        opposite[w][0][v] = (float) Math.sin(7 * w + 3 * v);
        opposite[w][1][v] = -opposite[w][0][v];
      }
    }
    var responses = new Responses("T", "", stimuli, opposite, Optional.empty(), List.of());
    EncodingAnalysis analysis = CeilingStudy.analysis(responses, CeilingStudy.cases().get(0));
    try (var workers = new Workers(1)) {
      var ceiling =
          PresentationCeiling.of(
              ImageIdentification.of(analysis, Optional.empty(), workers),
              responses,
              5,
              new RandomStreams(1),
              workers,
              Progress.NONE);
      assertThat(ceiling.halves().accuracy()).isLessThan(0.5);
      assertThat(ceiling.accuracy()).isNaN();
      assertThat(ceiling.similarity()).isNaN();
    }
  }

  @Test
  void aWordThatWasPresentedOnceIsNamed() {
    Responses some = CeilingStudy.responses(0);
    var once = new boolean[8][4];
    once[2] = new boolean[5];
    once[3] = new boolean[] {true, true, true, false};
    assertThatThrownBy(() -> PresentationCeiling.require(some.without(once)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("participant P1: the ceiling splits")
        .hasMessageContaining("'dog' has 1");
  }

  @Test
  void gridsThatLieApartAreNamedBoth() {
    WordImages images = WordImages.of(CeilingStudy.responses(0));
    var one = new Brain("P1", grid(new int[] {5, 4, 3}), images);
    var two = new Brain("P2", grid(new int[] {4, 4, 3}), images);
    assertThatThrownBy(() -> OtherParticipants.of(List.of(one, two)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("participants P1 and P2 have different voxel grids")
        .hasMessageContaining("[5, 4, 3] and [4, 4, 3]");
    assertThatThrownBy(() -> OtherParticipants.of(List.of(one)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("got 1 participant, P1");
  }

  private static VoxelGrid grid(int[] dims) {
    var affine = Affine.of(new double[][] {{2, 0, 0, 0}, {0, 2, 0, 0}, {0, 0, 2, 0}, {0, 0, 0, 1}});
    return VoxelGrid.of(dims, affine, Space.MNI, new int[][] {{0, 0, 0}});
  }

  private static int compare(double one, double other) {
    return Math.abs(one - other) < 1e-9 ? 0 : Double.compare(one, other);
  }
}
