package org.mitchell.derivatives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mitchell.derivatives.GoldenFilesTest.GOLDEN;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mitchell.files.InputException;

class SavedAccuracyTest {
  @TempDir private Path folder;

  @Test
  void anEvaluationThatWasDoneAsTheFitAddsIntervalAndChance() throws IOException {
    SavedAccuracy one = SavedAccuracy.read(GOLDEN, "G1");
    assertThat(one.otherwise()).isEmpty();
    assertThat(one.interval()).isPresent();
    assertThat(one.chance()).isPresent();
  }

  @Test
  void anEvaluationWithOtherSettingsStandsApart() throws IOException {
    SavedAccuracy one = SavedAccuracy.read(GOLDEN, "G2");
    assertThat(one.otherwise())
        .containsExactly("ridge (auto and 0)", "ridgePer (global and usual)", "voxels (40 and 30)");
    assertThat(one.interval()).isEmpty();
    assertThat(one.chance()).isEmpty();
  }

  @Test
  void participantsWhoWereFittedAlikeHaveAMean() throws IOException {
    var both = List.of(SavedAccuracy.read(GOLDEN, "G1"), SavedAccuracy.read(GOLDEN, "G2"));
    assertThat(SavedAccuracy.apart(both)).isEmpty();
  }

  @Test
  void anEvaluationWithoutAFitSpeaksForItself() throws IOException {
    Path golden = copy();
    Files.delete(golden.resolve("sub-G2/sub-G2_task-nouns_evaluation.json"));
    SavedAccuracy one = SavedAccuracy.read(golden, "G2");
    assertThat(one.otherwise()).isEmpty();
    assertThat(one.interval()).isPresent();
    assertThat(one.settings().lines()).anyMatch(line -> line.contains("voxels 30"));
  }

  @Test
  void anAccuracyThatIsWithheldIsNotGiven() throws IOException {
    Path golden = copy();
    Path figures = golden.resolve("sub-G1/sub-G1_task-nouns_evaluation.json");
    Files.writeString(
        figures,
        Files.readString(figures)
            .replaceFirst("\"accuracy\" : [0-9.]+,\n  \"within", "\"accuracy\" : null,\n  \"within")
            .replace("\"accuracyWithheld\" : null", "\"accuracyWithheld\" : \"too few words\""));
    assertThatThrownBy(() -> SavedAccuracy.read(golden, "G1"))
        .isInstanceOf(InputException.class)
        .hasMessage(figures + ": too few words. Fit the participant again so");
  }

  private Path copy() throws IOException {
    try (Stream<Path> files = Files.walk(GOLDEN)) {
      for (Path file : files.toList()) {
        Path to = folder.resolve(GOLDEN.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(to);
        } else {
          Files.copy(file, to);
        }
      }
    }
    return folder;
  }
}
