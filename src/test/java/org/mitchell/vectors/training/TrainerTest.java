package org.mitchell.vectors.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mitchell.files.InputException;
import org.mitchell.jobs.Workers;

class TrainerTest {
  private static final TrainingListener NOBODY = (words, loss, alpha) -> {};

  @TempDir private Path folder;
  private PlantedText planted;

  @BeforeEach
  void makeText() throws IOException {
    planted = PlantedText.in(folder, 4, 35_000);
  }

  static Stream<TrainingOptions> variants() {
    return Stream.of(
        options(Architecture.SKIP_GRAM, 5, false),
        options(Architecture.CBOW, 5, false),
        options(Architecture.SKIP_GRAM, 0, true),
        options(Architecture.CBOW, 3, true));
  }

  private static TrainingOptions options(Architecture architecture, int negative, boolean tree) {
    return new TrainingOptions(
        architecture, 8, 3, negative, tree, 0, 2, architecture.usualAlpha(), 3, false);
  }

  @ParameterizedTest
  @MethodSource("variants")
  void theSameSeedGivesTheSameBitsWithAnyNumberOfThreads(TrainingOptions options)
      throws IOException {
    var one = train(options, 1, Optional.empty(), NOBODY);
    for (int threads : new int[] {2, 3, 7}) {
      var many = train(options, threads, Optional.empty(), NOBODY);
      assertThat(many.rows()).as(threads + " threads").isDeepEqualTo(one.rows());
      assertThat(many.losses()).as(threads + " threads").isEqualTo(one.losses());
    }
  }

  @ParameterizedTest
  @MethodSource("variants")
  void wordsOfATopicAreCloserThanOthers(TrainingOptions options) throws IOException {
    float[][] rows = train(options, 2, Optional.empty(), NOBODY).rows();
    for (int word = 0; word < rows.length; word++) {
      double closestStranger = -1;
      double farthestKin = 1;
      for (int other = 0; other < rows.length; other++) {
        double cosine = cosine(rows[word], rows[other]);
        if (planted.topic(word) == planted.topic(other)) {
          farthestKin = Math.min(farthestKin, cosine);
        } else {
          closestStranger = Math.max(closestStranger, cosine);
        }
      }
      assertThat(farthestKin).as("word " + word).isGreaterThan(closestStranger);
    }
  }

  @Test
  void anotherSeedGivesOtherVectors() throws IOException {
    var options = options(Architecture.CBOW, 5, false);
    var other = new TrainingOptions(Architecture.CBOW, 8, 3, 5, false, 0, 2, .05, 4, false);
    float[] one = train(options, 1, Optional.empty(), NOBODY).rows()[0];
    assertThat(train(other, 1, Optional.empty(), NOBODY).rows()[0]).isNotEqualTo(one);
  }

  @Test
  void theLossFallsFromEpochToEpoch() throws IOException {
    planted = PlantedText.in(folder, 4, 500);
    var losses =
        train(options(Architecture.SKIP_GRAM, 5, false), 1, Optional.empty(), NOBODY).losses();
    assertThat(losses).hasSize(2).isSortedAccordingTo((a, b) -> Double.compare(b, a));
  }

  @ParameterizedTest
  @MethodSource("variants")
  void whatWasKilledEndsWithTheSameBits(TrainingOptions options) throws IOException {
    var whole = train(options, 2, Optional.empty(), NOBODY);
    for (int lastRound : new int[] {1, 150}) {
      Path file = folder.resolve("state");
      Files.deleteIfExists(file);
      var rounds = new AtomicInteger();
      assertThatThrownBy(
              () ->
                  train(
                      options,
                      2,
                      Optional.of(checkpoint(file, options, false)),
                      (words, loss, alpha) -> {
                        if (rounds.incrementAndGet() > lastRound) {
                          throw new Killed();
                        }
                      }))
          .isInstanceOf(Killed.class);
      var resumed = train(options, 3, Optional.of(checkpoint(file, options, true)), NOBODY);
      assertThat(resumed.rows()).as("killed after " + lastRound).isDeepEqualTo(whole.rows());
      assertThat(resumed.losses()).isEqualTo(whole.losses());
    }
  }

  @Test
  void aStateOfAnotherTrainingIsRefused() throws IOException {
    var options = options(Architecture.CBOW, 5, false);
    Path file = folder.resolve("state");
    train(options, 1, Optional.of(checkpoint(file, options, false)), NOBODY);
    var other = options(Architecture.SKIP_GRAM, 5, false);
    assertThatThrownBy(() -> train(other, 1, Optional.of(checkpoint(file, other, true)), NOBODY))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("got 'model cbow' where 'model skip-gram' is expected");
  }

  @Test
  void aStateThatWasCutOrChangedIsRefused() throws IOException {
    var options = options(Architecture.CBOW, 5, false);
    Path file = folder.resolve("state");
    train(options, 1, Optional.of(checkpoint(file, options, false)), NOBODY);
    byte[] whole = Files.readAllBytes(file);
    byte[] changed = whole.clone();
    changed[whole.length / 2] ^= 1;
    for (byte[] damaged : List.of(Arrays.copyOf(whole, whole.length - 9), changed, new byte[0])) {
      Files.write(file, damaged);
      assertThatThrownBy(
              () -> train(options, 1, Optional.of(checkpoint(file, options, true)), NOBODY))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("no whole checkpoint");
    }
  }

  private static TrainingCheckpoint checkpoint(
      Path file, TrainingOptions options, boolean resumes) {
    List<String> identity =
        options.toMap().entrySet().stream().map(e -> e.getKey() + " " + e.getValue()).toList();
    return new TrainingCheckpoint(file, Duration.ZERO, identity, resumes);
  }

  private TrainedVectors train(
      TrainingOptions options,
      int threads,
      Optional<TrainingCheckpoint> checkpoint,
      TrainingListener listener)
      throws IOException {
    try (var text = EncodedText.open(planted.file());
        var workers = new Workers(threads)) {
      return new Trainer(planted.vocabulary(), options, text, workers, listener, checkpoint)
          .train();
    }
  }

  private static double cosine(float[] a, float[] b) {
    double dot = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < a.length; i++) {
      dot += (double) a[i] * b[i];
      aa += (double) a[i] * a[i];
      bb += (double) b[i] * b[i];
    }
    return dot / Math.sqrt(aa * bb);
  }

  /** Stands for the end of the process. */
  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
