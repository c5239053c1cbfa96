package org.mitchell.cli.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitchell.cli.Ran;
import org.mitchell.cli.SmallBrains;
import org.mitchell.simulation.SimulatedBrain;
import tools.jackson.databind.JsonNode;

/** {@code evaluate --ceiling}. */
class CeilingOptionTest {
  @TempDir private Path folder;

  private SmallBrains brains() {
    var brains = new SmallBrains(folder);
    brains.simulate("A", 0.3);
    brains.simulate("B", 0.34);
    return brains;
  }

  private Ran evaluate(SmallBrains brains, String subjects, Object... more) {
    Object[] usual = {
      "evaluate", "--subject", subjects, "--data", brains.data(), "--features", brains.features()
    };
    Object[] quick = {
      "--voxels", "15", "--permutations", "9", "--subsamples", "4", "--out", folder.resolve("out")
    };
    return Ran.mitchell(Stream.of(usual, quick, more).flatMap(Stream::of).toArray());
  }

  @ParameterizedTest
  @ValueSource(strings = {"leave-two-out", "rank"})
  void theShareOfEveryCeilingIsThatAboveChance(String scheme) {
    JsonNode both =
        evaluate(
                brains(),
                "A,B",
                "--scheme",
                scheme,
                "--json",
                "--ceiling",
                "presentations,participants")
            .succeeds()
            .json();
    for (JsonNode one : both.path("subjects")) {
      double accuracy = one.path("accuracy").asDouble();
      JsonNode own = one.path("ceiling").path("presentations");
      double best = own.path("accuracy").asDouble();
      assertThat(best).isBetween(0.9, 1.0);
      assertThat(own.path("share").path("share").asDouble())
          .isCloseTo((accuracy - 0.5) / (best - 0.5), within(1e-12));
      assertThat(own.path("share").path("ci95").size()).isEqualTo(2);
      JsonNode others = one.path("ceiling").path("otherParticipants");
      assertThat(others.path("participants").size()).isEqualTo(1);
      assertThat(others.path("accuracy").asDouble())
          .as("of brains that have nothing in common")
          .isBetween(0.2, 0.8);
      assertThat(others.path("share").path("share").isNull())
          .as("there is no share of a ceiling that is not above chance")
          .isEqualTo(others.path("accuracy").asDouble() <= 0.5);
      assertThat(one.path("ceiling").path("presentations").path("halfAccuracy").asDouble())
          .isLessThanOrEqualTo(
              one.path("ceiling").path("presentations").path("accuracy").asDouble());
    }
  }

  @Test
  void withoutItsNameItIsByPresentations() {
    Ran ran = evaluate(brains(), "A", "--ceiling").succeeds();
    assertThat(ran.out())
        .containsPattern(
            "  at best [.0-9]+, by its presentations \\(half of them by the other half")
        .contains("    normalised ")
        .doesNotContain("in place of the model");
  }

  @Test
  void participantsOnOtherGridsAreNamedWithTheirGrids() {
    SmallBrains brains = brains();
    brains.simulate("C", SimulatedBrain.coarse(3), SmallBrains.WORDS);
    Ran ran = evaluate(brains, "A,C", "--ceiling", "participants");
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.err())
        .contains("participants A and C have different voxel grids: [51, 61, 23] and [");
  }

  @Test
  void whatItDoesNotGoWithIsSaidBeforeAnythingIsRead() {
    SmallBrains none = new SmallBrains(folder);
    Ran scheme = evaluate(none, "A", "--ceiling", "--scheme", "presentations");
    assertThat(scheme.status()).isEqualTo(2);
    assertThat(scheme.err()).contains("--ceiling: goes with folds that leave words out");
    Ran match = evaluate(none, "A", "--ceiling", "--match", "single");
    assertThat(match.status()).isEqualTo(2);
    assertThat(match.err()).contains("--ceiling: goes with --match sum, whose chance is one half");
    Ran other = evaluate(none, "A", "--ceiling", "words");
    assertThat(other.status()).isEqualTo(2);
    assertThat(other.err())
        .contains("--ceiling: got 'words' where presentations or participants is expected");
  }
}
