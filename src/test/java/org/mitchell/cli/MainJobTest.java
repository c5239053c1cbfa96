package org.mitchell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.mitchell.files.InputFiles;
import tools.jackson.databind.JsonNode;

/**
 * The main job through the command line, on a tiny participant whose figures an independent program
 * computed.
 */
@ResourceLock(Resources.SYSTEM_OUT)
@ResourceLock(Resources.SYSTEM_ERR)
class MainJobTest {
  private static final Path ANALYSIS = Path.of("testdata/analysis");

  @TempDir private Path folder;

  @Test
  void fitPrintsTheFiguresThatScriptsRelyOnAndNothingElse() {
    Ran ran = fit("--json");
    assertThat(ran.status()).isZero();
    JsonNode json = ran.json();
    // testdata/analysis/expected.json: features_T.csv, paper, unit, ridge 0.5, 15 voxels, cosine,
    // sum.
    assertThat(json.path("subject").asString()).isEqualTo("T1");
    assertThat(json.path("words").asInt()).isEqualTo(14);
    assertThat(json.path("presentations").asInt()).isEqualTo(4);
    assertThat(json.path("voxels").asInt()).isEqualTo(60);
    assertThat(json.path("features").asInt()).isEqualTo(5);
    assertThat(json.path("selectedVoxels").asInt()).isEqualTo(15);
    assertThat(json.path("pairs").asInt()).isEqualTo(91);
    assertThat(json.path("correct").asInt()).isEqualTo(79);
    assertThat(json.path("accuracy").asDouble()).isEqualTo(79.0 / 91);
    assertThat(json.path("within").path("pairs").asInt()).isEqualTo(20);
    assertThat(json.path("within").path("correct").asInt()).isEqualTo(14);
    assertThat(json.path("between").path("correct").asInt()).isEqualTo(65);
    assertThat(json.path("seconds").propertyNames())
        .containsExactly("read", "evaluate", "map", "write", "total");
    assertThat(json.path("map").propertyNames()).containsExactly("mean", "max", "voxelsAbove028");
    for (JsonNode output : json.path("outputs")) {
      assertThat(Path.of(output.asString())).exists();
    }
  }

  @Test
  void fitWritesTheFilesOfTheContract() throws IOException {
    fit();
    assertThat(written())
        .contains(
            "dataset_description.json",
            "sub-T1_task-nouns_space-MNI152Lin_desc-signatures_statmap.nii.gz",
            "sub-T1_task-nouns_space-MNI152Lin_desc-signatures_statmap.json",
            "sub-T1_task-nouns_space-MNI152Lin_stat-r_statmap.nii.gz",
            "sub-T1_task-nouns_space-MNI152Lin_stat-r_statmap.json",
            "sub-T1_task-nouns_space-MNI152Lin_stat-stability_statmap.nii.gz",
            "sub-T1_task-nouns_space-MNI152Lin_desc-brain_mask.nii.gz",
            "sub-T1_task-nouns_model.json",
            "sub-T1_task-nouns_pairs.tsv",
            "sub-T1_task-nouns_evaluation.json");
  }

  @Test
  void aParticipantWithoutCoordinatesGetsTablesWithoutASpace() throws IOException {
    Ran ran =
        run(
            "fit",
            "--subject",
            "T1",
            "--data",
            ANALYSIS.resolve("T1-mean.csv.gz").toString(),
            "--features",
            ANALYSIS.resolve("features_T.csv").toString(),
            "--out",
            folder.resolve("out").toString());
    assertThat(ran.status()).isZero();
    assertThat(ran.out()).contains("no voxel coordinates");
    assertThat(written())
        .contains(
            "sub-T1_task-nouns_stat-r_statmap.tsv.gz",
            "sub-T1_task-nouns_desc-signatures_statmap.tsv.gz")
        .noneMatch(name -> name.contains("space-") || name.endsWith(".nii.gz"));
  }

  @Test
  void theSameBytesComeOutForAnyNumberOfThreads() throws IOException {
    fit("--threads", "1");
    predict("apple", "--threads", "1");
    Map<String, String> one = hashes();
    fit("--threads", "3");
    predict("apple", "--threads", "3");
    Map<String, String> three = hashes();
    assertThat(one).isNotEmpty();
    // The seconds in evaluation.json are the only thing that may differ.
    one.remove("sub-T1_task-nouns_evaluation.json");
    three.remove("sub-T1_task-nouns_evaluation.json");
    assertThat(three).isEqualTo(one);
  }

  @Test
  void aTrainingWordIsPredictedWithoutItAndANewWordFromItsFeatures() {
    fit();
    Ran trained = predict("apple", "--json");
    JsonNode apple = trained.json().path("predictions").path(0);
    assertThat(apple.path("trainingWord").asBoolean()).isTrue();
    assertThat(apple.path("heldOut").asBoolean()).isTrue();
    assertThat(apple.path("outputs").size()).isEqualTo(2);
    assertThat(apple.path("rSelected").isNumber()).isTrue();
  }

  @Test
  void anUnknownWordNamesTheNearestSpellingAndTheWayOut() {
    fit();
    Ran ran = predict("aple");
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.err().lines()).hasSizeLessThanOrEqualTo(2);
    assertThat(ran.err()).contains("aple", "apple", "features build");
    assertThat(ran.out()).isEmpty();
  }

  @Test
  void aMissingParticipantSaysWhereToGetIt() {
    Ran ran = run("fit", "--subject", "P1", "--data", folder.resolve("nothing").toString());
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.err()).contains("mitchell data get P1", "mitchell simulate");
  }

  @Test
  void moreVoxelsThanThereAreIsAnErrorThatLeavesNothing() {
    Ran ran = fit("--voxels", "61");
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.err()).contains("61", "60", "--voxels");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void wrongUsageHasStatusTwo() {
    assertThat(fit("--ridge", "-1").status()).isEqualTo(2);
    assertThat(fit("--threads", "0").status()).isEqualTo(2);
    assertThat(fit("--metric", "euclid").status()).isEqualTo(2);
    assertThat(run("frobnicate").status()).isEqualTo(2);
    assertThat(run("fit").status()).isEqualTo(2);
  }

  private Ran fit(String... more) {
    var args =
        new ArrayList<>(
            List.of(
                "fit",
                "--subject",
                "T1",
                "--data",
                ANALYSIS.resolve("data-science-T1.mat").toString(),
                "--features",
                ANALYSIS.resolve("features_T.csv").toString(),
                "--voxels",
                "15",
                "--ridge",
                "0.5",
                "--out",
                folder.resolve("out").toString()));
    List<String> extra = Arrays.asList(more);
    // The last of two equal options would be an error; a test that sets one of them replaces it.
    for (String option : List.of("--voxels", "--ridge")) {
      if (extra.contains(option)) {
        int at = args.indexOf(option);
        args.subList(at, at + 2).clear();
      }
    }
    args.addAll(extra);
    return run(args.toArray(String[]::new));
  }

  private Ran predict(String word, String... more) {
    var args =
        new ArrayList<>(
            List.of(
                "predict", word, "--subject", "T1", "--model", folder.resolve("out").toString()));
    args.addAll(Arrays.asList(more));
    return run(args.toArray(String[]::new));
  }

  private List<String> written() throws IOException {
    return new ArrayList<>(hashes().keySet());
  }

  private Map<String, String> hashes() throws IOException {
    var hashes = new LinkedHashMap<String, String>();
    try (Stream<Path> files = Files.walk(folder.resolve("out"))) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        hashes.put(file.getFileName().toString(), InputFiles.sha256(file));
      }
    }
    return hashes;
  }

  private static Ran run(String... args) {
    return Ran.mitchell((Object[]) args);
  }
}
