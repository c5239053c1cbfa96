package org.mitchell.cli.participants;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitchell.cli.Ran;
import org.mitchell.nifti.NiftiHeader;
import org.mitchell.nifti.NiftiImage;
import org.mitchell.nifti.NiftiReader;
import org.mitchell.nifti.NiftiWriter;
import tools.jackson.databind.JsonNode;

/** What {@code check} finds, {@code fit} says too. */
class CheckCommandTest {
  private static final Path RUNS = Path.of("testdata/runs");
  private static final Path STUDY = Path.of("testdata/bids/study");
  private static final String FUNC = "derivatives/prep/sub-01/ses-a/func/sub-01_ses-a_task-listen_";

  @TempDir private Path folder;

  @Test
  void trialsWordsVoxelsAndCostAreToldOfImages() throws IOException {
    JsonNode json = images("check", RUNS.resolve("labels.tsv"), "--json").succeeds().json();
    JsonNode one = json.get("subjects").get(0);
    assertThat(one.get("trials").size()).isEqualTo(36);
    assertThat(one.get("presentations").get("wolf").asInt()).isEqualTo(1);
    assertThat(one.get("voxels").asInt()).isEqualTo(120);
    assertThat(one.get("megabytes").asInt()).isPositive();
    assertThat(json.get("errors").asInt()).isZero();
    assertThat(messages(one)).contains("unequal numbers of presentations");
  }

  @Test
  void trialsAreToldOfEveryParticipantOfADataset() throws IOException {
    JsonNode json = bids("check", STUDY, "--json").succeeds().json();
    assertThat(json.get("subjects").size()).isEqualTo(2);
    JsonNode one = json.get("subjects").get(0);
    assertThat(one.get("trials").get(0).get("run").asString()).isEqualTo("a/1");
    assertThat(one.get("trials").get(0).get("onset").asDouble()).isEqualTo(3.17);
    long words = one.get("trials").valueStream().filter(t -> t.get("features").asBoolean()).count();
    assertThat(words).isEqualTo(48);
    assertThat(one.get("leftOut").propertyNames()).containsExactlyInAnyOrder("button", "question");
    assertThat(one.get("voxels").asInt()).isEqualTo(203);
    assertThat(messages(one))
        .contains("the header has 2.000 s from volume to volume")
        .contains("no StartTime in their sidecars");
  }

  @Test
  void nothingIsWritten() throws IOException {
    bids("check", STUDY).succeeds();
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void shiftedLabels() throws IOException {
    Path labels = folder.resolve("labels.tsv");
    List<String> lines = Files.readAllLines(RUNS.resolve("labels.tsv"));
    Files.write(labels, lines.subList(0, lines.size() - 1));
    both(
        command -> images(command, labels),
        "35 rows of labels",
        "36 volumes: a row a volume is expected");
  }

  @Test
  void wordsWithoutFeaturesAreLeftOut() throws IOException {
    Ran ran = images("check", RUNS.resolve("labels.tsv"), "--features", some(9), "--json");
    JsonNode one = ran.succeeds().json().get("subjects").get(0);
    assertThat(one.get("leftOut").propertyNames()).containsExactlyInAnyOrder("igloo", "wolf");
  }

  @Test
  void wordsThatAreAllRequired() throws IOException {
    Path features = some(9);
    both(
        command ->
            images(command, RUNS.resolve("labels.tsv"), "--features", features, "--require-all"),
        "2 of 10 words of participant 01 cannot be used with some.csv: igloo, wolf");
  }

  @Test
  void runsAndFoldsThatADatasetHasNot() throws IOException {
    Object[] oneRun = {"--subject", "01", "--session", "a", "--run", "1", "--few-words"};
    alike(
        "leaving runs out needs at least 2 runs; participant 01 has 1 run",
        with(oneRun, "--cv", "run"));
    alike(
        "folds by list need the fold of every trial",
        with(new Object[] {"--subject", "01", "--few-words"}, "--cv", "fold"));
    alike(
        "2,000 voxels are asked for where participant 01 has 203",
        with(new Object[] {"--subject", "01", "--few-words"}, "--voxels", "2000"));
  }

  @Test
  void aDatasetOfTooFewWords() throws IOException {
    Path features = folder.resolve("two.csv");
    Files.write(features, Files.readAllLines(Path.of("testdata/bids/features.csv")).subList(0, 3));
    alike(
        "at least 4 words with responses and features", "--subject", "01", "--features", features);
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "word"})
  void aPenaltyAVoxelIsWrongUsageWhereItCannotBe(String cv) {
    for (String command : List.of("check", "fit")) {
      Ran ran =
          images(
              command,
              RUNS.resolve("labels.tsv"),
              "--cv",
              cv,
              "--ridge",
              "auto",
              "--ridge-per",
              "voxel");
      assertThat(ran.failsWith(2).err()).contains("--ridge-per voxel: not with --cv " + cv);
    }
  }

  private static Object[] with(Object[] words, Object... more) {
    return Stream.concat(Arrays.stream(words), Arrays.stream(more)).toArray();
  }

  /** Of a dataset both end with the error, a fit once it has made the images of trials. */
  private void alike(String said, Object... options) {
    Ran check = bids("check", STUDY, options);
    assertThat(check.status()).isEqualTo(1);
    assertThat(check.out()).contains("1 error:").contains(said);
    assertThat(fitOfSubject(options).failsWith(1).err()).contains(said);
  }

  private Ran fitOfSubject(Object... options) {
    return Ran.mitchell(
        with(
            new Object[] {"fit", "--bids", STUDY, "--out", folder.resolve("out")},
            Arrays.asList(options).contains("--features")
                ? options
                : with(options, "--features", Path.of("testdata/bids/features.csv"))));
  }

  /** The features of the fixture, some words of them. */
  private Path some(int lines) throws IOException {
    Path features = folder.resolve("some.csv");
    Files.write(features, Files.readAllLines(RUNS.resolve("features.csv")).subList(0, lines));
    return features;
  }

  @Test
  void aMaskOnAnotherGrid() throws IOException {
    Path mask = folder.resolve("mask.nii");
    write(mask, NiftiHeader.builder(6, 5, 4).sform(affine(1), 1).build(), 120);
    both(
        command -> images(command, RUNS.resolve("labels.tsv"), "--mask", mask),
        "mask.nii: its affine is",
        "nothing is resampled");
  }

  @Test
  void voxelsThatAreNotFinite() throws IOException {
    Path betas = betas(NiftiHeader.builder(6, 5, 4, 36).sform(affine(0), 1).build(), Float.NaN);
    Path mask = folder.resolve("mask.nii");
    write(mask, NiftiHeader.builder(6, 5, 4).sform(affine(0), 1).build(), 120);
    both(
        command -> images(command, RUNS.resolve("labels.tsv"), betas, "--mask", mask),
        "the value is NaN",
        "--drop-nan");
  }

  @Test
  void constantVoxelsAreCounted() throws IOException {
    Path betas = betas(NiftiHeader.builder(6, 5, 4, 36).sform(affine(0), 1).build(), 7);
    Path mask = folder.resolve("mask.nii");
    write(mask, NiftiHeader.builder(6, 5, 4).sform(affine(0), 1).build(), 120);
    Ran ran =
        images("check", RUNS.resolve("labels.tsv"), betas, "--mask", mask, "--center", "none");
    assertThat(ran.succeeds().out()).contains("1 voxel is the same in all trials");
  }

  @Test
  void headersThatDoNotPlaceTheImage() throws IOException {
    Path betas = betas(NiftiHeader.builder(6, 5, 4, 36).sform(affine(0), 0).build(), 7);
    both(
        command -> images(command, RUNS.resolve("labels.tsv"), betas),
        "sform_code and qform_code are 0");
  }

  @Test
  void formsThatDisagree() throws IOException {
    Path betas =
        betas(
            NiftiHeader.builder(6, 5, 4, 36).qform(affine(4.5), 1).sform(affine(0), 1).build(), 7);
    for (String command : List.of("check", "fit")) {
      Ran ran = images(command, RUNS.resolve("labels.tsv"), betas);
      assertThat(ran.succeeds().out() + ran.err())
          .contains("sform and qform place voxels up to 4.5 mm apart");
    }
  }

  @Test
  void imagesThatAreGivenTwice() throws IOException {
    Path copy = folder.resolve("copy.nii.gz");
    Files.copy(RUNS.resolve("betas.nii.gz"), copy);
    both(
        command -> images(command, RUNS.resolve("labels.tsv"), RUNS.resolve("betas.nii.gz"), copy),
        "the same bytes as");
  }

  @Test
  void eventsBeyondTheEndOfARunAndATimeInMillisecondsAreBothSaid() throws IOException {
    Path study = copy();
    Path events = study.resolve("sub-01/ses-a/func/sub-01_ses-a_task-listen_run-1_events.tsv");
    Files.writeString(events, "500.0\t1.5\tlemon\n", StandardOpenOption.APPEND);
    both(
        command -> bids(command, study),
        "run-1_events.tsv: the trial 'lemon' at 500.000 s has no image");
    Files.writeString(
        study.resolve(FUNC + "run-2_desc-preproc_bold.json"), "{\"RepetitionTime\": 2200}");
    Ran both = bids("check", study);
    assertThat(both.status()).isEqualTo(1);
    assertThat(both.out())
        .contains("2 errors:")
        .contains("the trial 'lemon' at 500.000 s has no image")
        .contains(
            "RepetitionTime is 2200.0 where seconds are expected (it may be in milliseconds)");
  }

  @Test
  void eventsThatCannotBeReadHideNothingOfOtherRuns() throws IOException {
    Path study = copy();
    Files.writeString(
        study.resolve("sub-01/ses-a/func/sub-01_ses-a_task-listen_run-1_events.tsv"),
        "onset\ttrial_type\n3.0\tbridge\n");
    Files.writeString(
        study.resolve(FUNC + "run-2_desc-preproc_bold.json"), "{\"RepetitionTime\": 2200}");
    Ran check = bids("check", study, "--subject", "01", "--json");
    assertThat(check.status()).isEqualTo(1);
    JsonNode one = check.json().get("subjects").get(0);
    assertThat(messages(one))
        .contains("run-1_events.tsv: there is no column 'duration'")
        .contains("RepetitionTime is 2200.0");
    assertThat(one.get("trials").valueStream().map(t -> t.get("run").asString()).distinct())
        .containsExactly("b/1", "b/2");
  }

  @Test
  void aTimeInMilliseconds() throws IOException {
    Path study = copy();
    Files.writeString(study.resolve("task-listen_bold.json"), "{\"RepetitionTime\": 2200}");
    both(command -> bids(command, study), "RepetitionTime is 2200.0", "milliseconds");
  }

  @Test
  void runsOfAnotherShape() throws IOException {
    Path study = copy();
    write(
        study.resolve(FUNC + "run-2_desc-preproc_bold.nii.gz"),
        NiftiHeader.builder(6, 7, 6, 58).sform(affine(0), 1).build(),
        6 * 7 * 6 * 58);
    both(command -> bids(command, study), "[6, 7, 6] voxels where", "One grid is expected");
  }

  @Test
  void runsThatAreOneRun() throws IOException {
    Path study = copy();
    Path second = study.resolve(FUNC + "run-2_desc-preproc_bold.nii.gz");
    Files.delete(second);
    Files.copy(study.resolve(FUNC + "run-1_desc-preproc_bold.nii.gz"), second);
    both(command -> bids(command, study), "run-2_desc-preproc_bold.nii.gz: the same bytes as");
  }

  @Test
  void aDamagedRun() throws IOException {
    Path study = copy();
    Path run = study.resolve(FUNC + "run-2_desc-preproc_bold.nii.gz");
    byte[] bytes = Files.readAllBytes(run);
    Files.write(run, Arrays.copyOf(bytes, bytes.length / 2));
    both(command -> bids(command, study), "run-2_desc-preproc_bold.nii.gz");
  }

  @Test
  void quietSaysErrorsAlone() throws IOException {
    Path study = copy();
    Files.writeString(study.resolve("task-listen_bold.json"), "{\"RepetitionTime\": 2200}");
    Ran quiet = bids("check", study, "--quiet", "--subject", "01");
    assertThat(quiet.out()).isEmpty();
    assertThat(quiet.err().lines())
        .hasSize(4)
        .allMatch(line -> line.contains("RepetitionTime is 2200.0"));
  }

  private interface Command {
    Ran of(String name) throws IOException;
  }

  /** Both end with the error, and a fit leaves nothing behind. */
  private void both(Command command, String... said) throws IOException {
    Ran check = command.of("check");
    assertThat(check.status()).isEqualTo(1);
    assertThat(check.out()).contains(said).contains("error");
    Ran fit = command.of("fit");
    assertThat(fit.failsWith(1).err()).contains(said).doesNotContain("Exception");
    assertThat(folder.resolve("out/sub-01")).doesNotExist();
  }

  private Path copy() throws IOException {
    Path copy = folder.resolve("study");
    try (Stream<Path> files = Files.walk(STUDY)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path to = copy.resolve(STUDY.relativize(file));
        if (Files.isDirectory(file)) {
          Files.createDirectories(to);
        } else {
          Files.copy(file, to);
        }
      }
    }
    return copy;
  }

  private static double[][] affine(double shift) {
    return new double[][] {{-3, 0, 0, shift}, {0, 3, 0, 0}, {0, 0, 4, 0}, {0, 0, 0, 1}};
  }

  /** The images of the fixture with another header, the first voxel with one value throughout. */
  private Path betas(NiftiHeader header, float value) throws IOException {
    float[] values = NiftiReader.read(RUNS.resolve("betas.nii.gz")).toFloats();
    for (int volume = 0; volume < 36; volume++) {
      values[volume * 120] = value;
    }
    Path file = folder.resolve("betas.nii");
    try (var stream = Files.newOutputStream(file)) {
      NiftiWriter.write(NiftiImage.of(header, values), file.toString(), stream);
    }
    return file;
  }

  private static void write(Path file, NiftiHeader header, int count) throws IOException {
    var values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = 1 + i % 7;
    }
    try (var stream = Files.newOutputStream(file)) {
      NiftiWriter.write(NiftiImage.of(header, values), file.toString(), stream);
    }
  }

  private Ran images(String command, Path labels, Object... more) {
    var images = new ArrayList<Object>();
    var options = new ArrayList<Object>();
    for (Object word : more) {
      (word instanceof Path && options.isEmpty() ? images : options).add(word);
    }
    if (images.isEmpty()) {
      images.add(RUNS.resolve("betas.nii.gz"));
    }
    var words = new ArrayList<Object>(List.of(command, "--labels", labels));
    if (!options.contains("--features")) {
      words.addAll(List.of("--features", RUNS.resolve("features.csv")));
    }
    words.add("--images");
    words.addAll(images);
    words.addAll(options);
    return run(command, words);
  }

  private Ran bids(String command, Path study, Object... more) {
    var words = new ArrayList<Object>(List.of(command, "--bids", study));
    if (!Arrays.asList(more).contains("--features")) {
      words.addAll(List.of("--features", Path.of("testdata/bids/features.csv")));
    }
    words.addAll(Arrays.asList(more));
    return run(command, words);
  }

  private Ran run(String command, List<Object> words) {
    if (command.equals("fit")) {
      words.addAll(List.of("--subject", "01", "--out", folder.resolve("out")));
    }
    return Ran.mitchell(words.toArray());
  }

  private static String messages(JsonNode subject) {
    return String.join(
        "\n", subject.get("problems").valueStream().map(p -> p.get("message").asString()).toList());
  }
}
