package org.mitchell.cli.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitchell.cli.Ran;
import tools.jackson.databind.JsonNode;

/** {@code --cv} of {@code fit} and {@code evaluate}, on the study of {@code testdata/runs}. */
class CrossValidationOptionTest {
  private static final Path DATA = Path.of("testdata/runs");

  @TempDir private Path out;

  @ParameterizedTest
  @ValueSource(strings = {"pair", "word", "run", "fold", "k:3"})
  void fitGivesTheAccuracyOfEvaluate(String cv) throws IOException {
    JsonNode fit = run("fit", "--cv", cv).succeeds().json();
    JsonNode evaluation =
        run("evaluate", "--cv", cv, "--subsamples", "0", "--permutations", "9").succeeds().json();
    assertThat(fit.get("accuracy").asDouble())
        .isCloseTo(evaluation.get("accuracy").asDouble(), within(1e-12))
        .isGreaterThan(0.3);
    assertThat(fit.has("cv")).isEqualTo(!cv.equals("pair"));
    assertThat(Files.readAllLines(out.resolve("sub-01/sub-01_task-nouns_pairs.tsv")))
        .hasSize(1 + fit.get("pairs").asInt());
  }

  @Test
  void wordsThatAreTrainedOnInOtherRunsAreSaid() {
    for (String command : List.of("fit", "evaluate")) {
      assertThat(run(command, "--cv", "run", "--subsamples", "0").succeeds().err())
          .contains("34 of 35 tested words were trained on, too, in other runs");
    }
  }

  @Test
  void chanceOfRunsExchangesTheImagesOfEachRun() throws IOException {
    JsonNode runs = run("evaluate", "--cv", "run", "--subsamples", "0").succeeds().json();
    assertThat(runs.get("relabelling").asString()).isEqualTo("within-run");
    assertThat(runs.get("p").asDouble()).isLessThan(0.01);
    assertThat(runs.get("null").get("mean").asDouble()).isBetween(0.45, 0.55);
    JsonNode features =
        run("evaluate", "--cv", "run", "--subsamples", "0", "--null", "free").succeeds().json();
    assertThat(features.get("relabelling").asString()).isEqualTo("free");
    assertThat(features.get("accuracy")).isEqualTo(runs.get("accuracy"));
  }

  @Test
  void theReportSaysWhatWasLeftOut() throws IOException {
    run("fit", "--cv", "run").succeeds();
    Path page = out.resolve("report.html");
    Ran.mitchell("report", "--subject", "01", "--model", out, "--out", page).succeeds();
    assertThat(Files.readString(page))
        .contains("Accuracy (leave-one-run-out)")
        .contains("Cross-validation left one run out")
        .doesNotContain("left two words out");
  }

  @Test
  void filesWithoutRunsOrFoldsHaveNone() {
    for (String cv : List.of("run", "fold")) {
      Ran ran =
          Ran.mitchell(
              "fit",
              "--subject",
              "T1",
              "--data",
              Ran.T1,
              "--features",
              Ran.FEATURES,
              "--cv",
              cv,
              "--out",
              out);
      assertThat(ran.failsWith(1).err()).contains("Labels of images have it in a column " + cv);
      assertThat(out.resolve("sub-T1")).doesNotExist();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"k:1", "k:", "k:2.5", "runs", "5"})
  void otherValuesAreWrongUsage(String cv) {
    assertThat(run("fit", "--cv", cv).failsWith(2).err())
        .contains("--cv: got '" + cv + "' where pair, word, run, fold or k:N");
  }

  @Test
  void oneOptionSaysWhatIsLeftOut() {
    assertThat(run("evaluate", "--cv", "run", "--scheme", "rank").failsWith(2).err())
        .contains("--scheme and --cv: one of them");
    assertThat(run("evaluate", "--null", "within-run").failsWith(2).err())
        .contains("--null within-run goes with --cv run");
    assertThat(
            run("fit", "--cv", "run", "--ridge", "auto", "--ridge-per", "voxel").failsWith(2).err())
        .contains("--ridge-per voxel: not with --cv run");
  }

  private Ran run(String command, Object... more) {
    var words = new ArrayList<Object>(List.of(command, "--subject", "01"));
    words.addAll(List.of("--images", DATA.resolve("betas.nii.gz")));
    words.addAll(List.of("--labels", DATA.resolve("labels.tsv")));
    words.addAll(List.of("--features", DATA.resolve("features.csv")));
    words.addAll(List.of("--few-words", "--out", out, "--json"));
    if (!List.of(more).contains("--ridge")) {
      words.addAll(List.of("--ridge", "0.7"));
    }
    for (Object word : more) {
      boolean chance = words.get(0).equals("fit") && word.equals("--subsamples");
      if (chance) {
        break;
      }
      words.add(word);
    }
    return Ran.mitchell(words.toArray());
  }
}
