package org.mitchell.cli.participants;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitchell.cli.Ran;
import org.mitchell.testing.SharedData;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** {@code fit --bids} on the simulated study, and on copies of it in which something is amiss. */
class BidsOptionTest {
  private static final String FMRIPREP = "derivatives/fmriprep/sub-01/func/sub-01_task-nouns_run-";
  private static final String MNI = "MNI152NLin2009cAsym";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"mean:4-7s, 664", "lsa, 539", "lss, 627"})
  void leaveTwoOutCountsAreThoseOfAnIndependentProgram(String method, int correct)
      throws IOException {
    Ran ran = fit(study(), "--space", MNI, "--trials", method, "--ridge", "1", "--voxels", "all");
    assertThat(ran.succeeds().json().get("correct").asInt()).isEqualTo(correct);
    assertThat(out().resolve("sub-01/sub-01_task-nouns_space-" + MNI + "_stat-r_statmap.nii.gz"))
        .exists();
  }

  @Test
  void noiseThatReachesIntoTheNextFrameIsSaidAndWrittenDown() throws IOException {
    Ran ran = fit(study(), "--space", MNI, "--noise", "ar1", "--ridge", "1", "--voxels", "all");
    // Shares of nilearn's run_glm, a model a trial: median .27, 90% from .16 to .37.
    assertThat(ran.succeeds().err())
        .contains("noise ar1: a frame has .27 of the noise of the one before it")
        .contains("90% from .16 to .37");
    Path beside =
        out().resolve("sub-01/sub-01_task-nouns_space-" + MNI + "_desc-lssar1_betas.json");
    JsonNode made = new ObjectMapper().readTree(Files.readString(beside));
    assertThat(made.at("/Provenance/parameters/noise").asString()).isEqualTo("ar1");
    assertThat(made.get("Method").asString()).isEqualTo("lssar1");
    assertThat(Files.readString(out().resolve("sub-01/sub-01_task-nouns_model.json")))
        .contains("desc-lssar1_betas.nii.gz")
        .contains("\"--noise\"");
  }

  @Test
  void checkSaysThatNoiseWillBeEstimated() {
    Ran ran =
        Ran.mitchell(
            "check", "--bids", study(), "--trials", "lsa", "--noise", "ar1", "--space", MNI);
    assertThat(ran.succeeds().out())
        .contains("noise ar1: how far the noise of a frame reaches into the next is estimated");
  }

  @Test
  void aMeanOfFramesHasNoNoiseToModel() {
    assertThat(fit(study(), "--trials", "mean:4-7s", "--noise", "ar1").failsWith(2).err())
        .contains("--noise ar1 with --trials mean:4-7s")
        .contains("Take --trials lss, lsa or fir, or --noise ols");
  }

  @Test
  void predictGoesOnFromTheTrialImages() {
    fit(study(), "--space", MNI).succeeds();
    Ran ran = Ran.mitchell("predict", "celery", "--subject", "01", "--model", out());
    assertThat(ran.succeeds().out()).contains("SIMULATED").contains("r with the observed image");
  }

  @Test
  void severalSpacesAreListed() throws IOException {
    Path copy = copy();
    for (int run = 1; run <= 4; run++) {
      Path bold = copy.resolve(FMRIPREP + run + "_space-" + MNI + "_desc-preproc_bold.nii.gz");
      String other = bold.toString().replace(MNI, "T1w");
      Files.copy(bold, Path.of(other));
    }
    assertThat(fit(copy).failsWith(1).err())
        .contains("sub-01 has images of spaces " + MNI + ", T1w. Choose one");
  }

  @Test
  void imagesWithoutASpaceAreTakenBeforeOthers() throws IOException {
    Path copy = copy();
    for (int run = 1; run <= 4; run++) {
      for (String file :
          List.of("desc-preproc_bold.nii.gz", "desc-preproc_bold.json", "desc-brain_mask.nii.gz")) {
        Path named = copy.resolve(FMRIPREP + run + "_space-" + MNI + "_" + file);
        Files.copy(named, copy.resolve(FMRIPREP + run + "_" + file));
      }
    }
    Ran ran = fit(copy, "--ridge", "1", "--voxels", "all");
    assertThat(ran.succeeds().err()).doesNotContain("space-" + MNI);
    assertThat(ran.json().get("correct").asInt()).isEqualTo(627);
    assertThat(out().resolve("sub-01/sub-01_task-nouns_space-MNI152Lin_desc-lss_betas.nii.gz"))
        .exists();
  }

  @Test
  void derivativesWithoutAFolderOfTheirProgramAreFound() throws IOException {
    Path copy = copy();
    Files.move(copy.resolve("derivatives/fmriprep/sub-01"), copy.resolve("derivatives/sub-01"));
    fit(copy, "--space", MNI).succeeds();
  }

  @Test
  void aRunWithoutStimuliIsPassedOver() throws IOException {
    Path copy = copy();
    Path events = copy.resolve("sub-01/func/sub-01_task-nouns_run-2_events.tsv");
    Files.writeString(events, "onset\tduration\ttrial_type\n3.0\t3.0\tfixation\n");
    Ran ran = fit(copy);
    assertThat(ran.succeeds().err()).contains("run 2: no event is a stimulus: the run is passed");
    assertThat(ran.json().get("presentations").asInt()).isEqualTo(3);
  }

  @Test
  void runsAreInTheOrderOfTheirNumbers() throws IOException {
    Path copy = copy();
    for (Path folder : List.of(copy.resolve("sub-01/func"), copy.resolve(FMRIPREP).getParent())) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.filter(f -> f.toString().contains("run-1")).toList()) {
          Files.move(file, Path.of(file.toString().replace("run-1", "run-10")));
        }
      }
    }
    fit(copy, "--space", MNI).succeeds();
    Path labels = out().resolve("sub-01/sub-01_task-nouns_space-" + MNI + "_desc-lss_betas.tsv");
    assertThat(Files.readAllLines(labels).get(1)).contains("\t2\t");
    assertThat(Files.readAllLines(labels).get(160)).contains("\t10\t");
  }

  @Test
  void imagesMasksAndLabelsHaveSidecars() throws IOException {
    fit(study(), "--space", MNI).succeeds();
    String start = "sub-01/sub-01_task-nouns_space-" + MNI + "_desc-lss_";
    for (String name : List.of("betas.json", "mask.json")) {
      JsonNode json = Ran.json(out().resolve(start + name));
      assertThat(json.get("Simulated").asBoolean()).isTrue();
      assertThat(json.at("/Provenance/parameters/drift").asString()).isEqualTo("cosine:128.0");
    }
    assertThat(Files.readString(out().resolve("dataset_description.json")))
        .contains("bids-sim/bids");
  }

  @Test
  void theOnlySpaceIsTakenAndSaid() {
    assertThat(fit(study()).succeeds().err()).contains("space-" + MNI + ", the only one there is");
  }

  @Test
  void aTaskThatIsNotThereIsNamedWithThoseThatAre() {
    Ran ran = Ran.mitchell("fit", "--bids", study(), "--subject", "01", "--task", "verbs");
    assertThat(ran.failsWith(1).err()).contains("no BOLD images with task-verbs. There is: nouns");
  }

  @Test
  void aTimeInMillisecondsIsRefused() throws IOException {
    Path copy = copy();
    for (int run = 1; run <= 4; run++) {
      Path json = copy.resolve(FMRIPREP + run + "_space-" + MNI + "_desc-preproc_bold.json");
      Files.writeString(json, "{\"RepetitionTime\": 1500, \"StartTime\": 0.75}");
    }
    assertThat(fit(copy).failsWith(1).err())
        .contains(
            "RepetitionTime is 1500.0 where seconds are expected (it may be in milliseconds)");
    assertThat(out()).doesNotExist();
  }

  @Test
  void anEventBehindTheRunNamesFileAndTime() throws IOException {
    Path copy = copy();
    Path events = copy.resolve("sub-01/func/sub-01_task-nouns_run-2_events.tsv");
    Files.writeString(events, Files.readString(events) + "9000.0\t3.0\tcelery\n");
    assertThat(fit(copy).failsWith(1).err())
        .contains("run-2_events.tsv: the trial 'celery' at 9000.000 s has no image");
  }

  @Test
  void aConfoundThatIsNotThereIsNamed() {
    assertThat(fit(study(), "--confounds", "csf,global_signal").failsWith(1).err())
        .contains("there is no column 'global_signal'");
  }

  @Test
  void aRunWithoutEventsIsAnError() throws IOException {
    Path copy = copy();
    Files.delete(copy.resolve("sub-01/func/sub-01_task-nouns_run-3_events.tsv"));
    assertThat(fit(copy).failsWith(1).err()).contains("run-3").contains("no events of this run");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--trials=ls", "--drift=cosine", "--confounds=acompcor:x"})
  void whatIsNoChoiceIsWrongUsage(String option) {
    assertThat(fit(study(), option).failsWith(2).err()).contains(option.split("=")[1]);
  }

  @Test
  void aMaskOfImagesIsNoMaskOfRuns() {
    assertThat(fit(study(), "--mask", "mask.nii").failsWith(2).err())
        .contains("--mask: only with --images");
  }

  @Test
  void whatBelongsToADatasetIsNothingWithoutOne() {
    Ran ran = Ran.mitchell("fit", "--subject", "01", "--session", "a");
    assertThat(ran.failsWith(2).err()).contains("--session: only with --bids");
  }

  private static Path study() {
    return SharedData.file("bids-sim").resolve("bids");
  }

  private Path copy() throws IOException {
    Path from = study();
    Path to = folder.resolve("bids");
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
    return to;
  }

  private Path out() {
    return folder.resolve("out");
  }

  private Ran fit(Path root, String... more) {
    var words = new ArrayList<Object>(List.of("fit", "--bids", root, "--subject", "01"));
    words.addAll(List.of("--features", SharedData.file("mitchell2008/verb25_60nouns.csv")));
    words.addAll(List.of("--json", "--out", out()));
    words.addAll(List.of(more));
    return Ran.mitchell(words.toArray());
  }
}
