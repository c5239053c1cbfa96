package org.mitchell.vectors.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mitchell.files.InputException;
import org.mitchell.jobs.Workers;
import org.mitchell.testing.OneProcess;

class ClusterTrainingTest {
  private static final int PARTS = 3;

  @TempDir private Path folder;
  private PlantedText planted;

  @BeforeEach
  void makeText() throws IOException {
    planted = PlantedText.in(folder, 4, 35_000);
  }

  @ParameterizedTest
  @EnumSource(Architecture.class)
  void machinesGiveTheBitsThatThreadsGiveInTheSameRounds(Architecture architecture)
      throws IOException {
    var options = options(architecture);
    var trained = job(options, PARTS, false).run(new OneProcess());
    try (var text = EncodedText.open(planted.file());
        var workers = new Workers(2)) {
      var rounds = ClusterTraining.rounds(text, PARTS);
      var here =
          new Trainer(
                  planted.vocabulary(),
                  options,
                  text,
                  rounds,
                  NetworkMerge.GENTLE,
                  workers,
                  (words, loss, alpha) -> {},
                  Optional.empty())
              .train();
      assertThat(trained.rows()).isDeepEqualTo(here.rows());
      assertThat(trained.losses()).isEqualTo(here.losses());
    }
  }

  @Test
  void everyPartHasABlockAndTheUserIsToldOfTheLastRound() throws IOException {
    var cluster = new OneProcess();
    job(options(Architecture.CBOW), 5, false).run(cluster);
    try (var text = EncodedText.open(planted.file())) {
      assertThat(text.blocks()).isGreaterThanOrEqualTo(5);
      long rounds = 2 * ClusterTraining.rounds(text, 5).count();
      assertThat(cluster.said())
          .last()
          .asString()
          .startsWith("train: %d of %d rounds, loss ".formatted(rounds, rounds));
    }
  }

  @Test
  void aRunThatWasKilledGoesOnAndEndsWithTheSameVectors() throws IOException {
    var options = options(Architecture.CBOW);
    var whole = job(options, PARTS, false).run(new OneProcess());
    assertThatThrownBy(() -> job(options, PARTS, false).run(new OneProcess(2)))
        .isInstanceOf(OneProcess.Lost.class);
    var cluster = new OneProcess();
    var resumed = job(options, PARTS, true).run(cluster);
    assertThat(resumed.rows()).isDeepEqualTo(whole.rows());
    assertThat(resumed.losses()).isEqualTo(whole.losses());
    assertThat(cluster.said()).first().asString().startsWith("train: 3 of ");
  }

  @Test
  void aStateOfAnotherNumberOfPartsIsRefused() throws IOException {
    var options = options(Architecture.CBOW);
    job(options, PARTS, false).run(new OneProcess());
    assertThatThrownBy(() -> job(options, 4, true).run(new OneProcess()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("got 'parts 3' where 'parts 4' is expected");
  }

  private ClusterTraining job(TrainingOptions options, int parts, boolean resumes) {
    var keeping =
        new ClusterTraining.Keeping(
            folder.resolve("state").toString(), Duration.ZERO, List.of("parts " + parts), resumes);
    return new ClusterTraining(
        planted.vocabulary(), options, planted.file().toString(), parts, keeping);
  }

  private static TrainingOptions options(Architecture architecture) {
    return new TrainingOptions(
        architecture, 8, 3, 5, true, 0, 2, architecture.usualAlpha(), 3, false);
  }
}
