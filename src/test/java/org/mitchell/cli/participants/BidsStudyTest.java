package org.mitchell.cli.participants;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitchell.cli.Ran;
import org.mitchell.nifti.NiftiReader;
import tools.jackson.databind.JsonNode;

/**
 * Two participants with sessions, on images without a space label: the study that {@code
 * testdata/bids/make_study.py} makes, with nilearn's trial images beside it.
 */
class BidsStudyTest {
  private static final Path DATA = Path.of("testdata/bids");
  private static final Path STUDY = DATA.resolve("study");
  private static final String NAME = "sub-%s/sub-%s_task-listen_space-individual_%s";

  @TempDir private Path out;

  @ParameterizedTest
  @CsvSource({"lss, lss, lss", "lsa, lsa, lsa", "mean:4-7s, mean, mean47s"})
  void trialImagesOfAllParticipantsAreNilearns(String method, String expected, String desc)
      throws IOException {
    run("fit", "--subject", "all", "--trials", method).succeeds();
    for (String subject : List.of("01", "02")) {
      float[] ours =
          NiftiReader.read(
                  out.resolve(NAME.formatted(subject, subject, "desc-" + desc + "_betas.nii.gz")))
              .toFloats();
      float[] theirs =
          NiftiReader.read(DATA.resolve("expected-%s-%s.nii.gz".formatted(subject, expected)))
              .toFloats();
      double errors = 0;
      double squares = 0;
      for (int i = 0; i < theirs.length; i++) {
        assertThat(Float.isNaN(ours[i]) || ours[i] == 0).isEqualTo(Float.isNaN(theirs[i]));
        if (!Float.isNaN(theirs[i])) {
          errors += (ours[i] - theirs[i]) * (ours[i] - theirs[i]);
          squares += theirs[i] * theirs[i];
        }
      }
      assertThat(Math.sqrt(errors / squares)).isLessThan(1e-6);
    }
  }

  @Test
  void whatIsModelledOtherwiseIsSaid() {
    assertThat(run("fit", "--subject", "01").succeeds().err())
        .contains("01: session b, run 1; session b, run 2: no StartTime in their sidecars")
        .contains("session a, run 1: the header has 2.000 s from volume to volume")
        .contains("regressors of no interest: button, question")
        .containsPattern("01: [0-9]+ events have no duration \\(0 or n/a\\)");
  }

  @Test
  void oneSessionCanBeChosen() throws IOException {
    JsonNode fit = run("fit", "--subject", "sub-02", "--session", "b").succeeds().json();
    assertThat(fit.get("presentations").asInt()).isEqualTo(1);
    assertThat(run("fit", "--subject", "02", "--session", "c").failsWith(1).err())
        .contains("no BOLD images with ses-c. There is: a, b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"pair", "run"})
  void evaluateReadsTheRunsToo(String cv) throws IOException {
    JsonNode fit = run("fit", "--subject", "01", "--cv", cv).succeeds().json();
    JsonNode evaluation =
        run("evaluate", "--subject", "01", "--cv", cv, "--subsamples", "0", "--permutations", "5")
            .succeeds()
            .json();
    assertThat(evaluation.get("accuracy")).isEqualTo(fit.get("accuracy"));
    assertThat(evaluation.get("pairs")).isEqualTo(fit.get("pairs"));
  }

  @Test
  void evaluateOfAllHasWhatAllGive() throws IOException {
    JsonNode all =
        run("evaluate", "--subject", "all", "--subsamples", "0", "--permutations", "5")
            .succeeds()
            .json();
    JsonNode fits = run("fit", "--subject", "all").succeeds().json();
    assertThat(all.get("meanAccuracy")).isEqualTo(fits.get("meanAccuracy"));
  }

  @Test
  void compareReadsTheRunsToo() throws IOException {
    Ran ran =
        run(
            "compare",
            "--subject",
            "01,02",
            "--features",
            "own=%1$s,two=%1$s:1-2".formatted(DATA.resolve("features.csv")),
            "--subsamples",
            "0");
    JsonNode fits = run("fit", "--subject", "all").succeeds().json();
    JsonNode own = ran.succeeds().json().get("features").get(0);
    assertThat(own.get("name").asString()).isEqualTo("own");
    assertThat(own.get("mean").asDouble()).isEqualTo(fits.get("meanAccuracy").asDouble());
  }

  @Test
  void similarityReadsTheRunsToo() throws IOException {
    String[] quick = {"--no-baselines", "--resamples", "0", "--permutations", "0"};
    JsonNode ofRuns =
        run("similarity", Stream.concat(Stream.of("--subject", "01"), Stream.of(quick)).toArray())
            .succeeds()
            .json();
    Path images = out.resolve("fitted");
    run("fit", "--subject", "01", "--out", images).succeeds();
    Path betas = only(images.resolve("sub-01"), "_betas.nii.gz");
    Path labels = only(images.resolve("sub-01"), "_betas.tsv");
    JsonNode ofImages =
        Ran.mitchell(
                Stream.concat(
                        Stream.of(
                            "similarity",
                            "--subject",
                            "01",
                            "--images",
                            betas,
                            "--labels",
                            labels,
                            "--features",
                            DATA.resolve("features.csv"),
                            "--out",
                            out.resolve("again"),
                            "--json"),
                        Stream.of(quick))
                    .toArray())
            .succeeds()
            .json();
    assertThat(ofRuns.path("regions").get(0).path("spaces"))
        .isEqualTo(ofImages.path("regions").get(0).path("spaces"));
  }

  private static Path only(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).findFirst().orElseThrow();
    }
  }

  @Test
  void asABidsAppAParticipantIsAJobAndTheGroupComesAfter() throws IOException {
    Path fitted = out.resolve("fitted");
    app(out, "participant", "--participant-label", "sub-01", "--quiet").succeeds();
    app(out, "participant", "--participant_label", "02", "--quiet").succeeds();
    run("fit", "--subject", "all", "--out", fitted).succeeds();
    for (String subject : List.of("01", "02")) {
      String pairs = "sub-%s/sub-%s_task-listen_pairs.tsv".formatted(subject, subject);
      assertThat(out.resolve(pairs)).hasSameBinaryContentAs(fitted.resolve(pairs));
    }
    app(out, "group", "--participant-label", "sub-01,sub-02").succeeds();
    assertThat(out.resolve("group/group-mean_task-listen_space-individual_stat-r_statmap.nii.gz"))
        .exists();
    assertThat(Files.readString(out.resolve("report.html"))).contains("01 and 02");
  }

  @Test
  void sessionsOfOneRunWithoutALabelAreRuns() throws IOException {
    Path copy = out.resolve("study");
    try (Stream<Path> files = Files.walk(STUDY)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        if (!file.toString().contains("run-2")) {
          String name = STUDY.relativize(file).toString().replace("_run-1", "");
          Files.createDirectories(copy.resolve(name).getParent());
          Files.copy(file, copy.resolve(name));
        }
      }
    }
    Path fitted = out.resolve("fitted");
    JsonNode json =
        run("fit", "--bids", copy, "--subject", "01", "--cv", "run", "--few-words", "--out", fitted)
            .succeeds()
            .json();
    // 12 words in each of two sessions, every two of which are told apart in both.
    assertThat(json.get("pairs").asInt()).isEqualTo(2 * 12 * 11 / 2);
    assertThat(Files.readAllLines(only(fitted.resolve("sub-01"), "_betas.tsv")).get(1))
        .startsWith("bridge\ta\t1\t");
  }

  @Test
  void theWordBidsMayBeThereAndSlipsAreSaid() {
    assertThat(Ran.mitchell("bids", STUDY, out, "everybody").failsWith(2).err())
        .contains("got 'everybody' where participant or group is expected");
    assertThat(app(out, "particpant").failsWith(2).err())
        .contains("got 'particpant' where participant or group is expected");
    assertThat(app(out, "participant", "--participant-label", "0*").failsWith(2).err())
        .contains("--participant-label: got '0*' where a label");
    assertThat(
            app(out, "participant", "--participant-label", "01", "--seesion", "a")
                .failsWith(2)
                .err())
        .contains("--seesion: there is no such option. Did you mean: --session");
    assertThat(app(out, "participant", "--taks", "listen").failsWith(2).err())
        .contains("--taks: there is no such option. Did you mean: --task");
    assertThat(app(out, "participant", "--participant-label", "03").failsWith(1).err())
        .contains("there is no sub-03. Participants here: 01, 02");
    assertThat(app(out, "group").failsWith(1).err()).contains("no participant has been fitted");
    assertThat(app(out.resolve("none"), "group", "--json").failsWith(2).err())
        .contains("--json: not with 'group'");
  }

  private Ran app(Path to, String level, Object... more) {
    var words = new ArrayList<Object>(List.of(STUDY, to, level, "--task", "listen"));
    words.addAll(List.of("--features", DATA.resolve("features.csv"), "--trials", "mean:4-7s"));
    words.addAll(Arrays.asList(more));
    return Ran.mitchell(words.toArray());
  }

  private Ran run(String command, Object... more) {
    var words = new ArrayList<Object>(List.of(command, "--json"));
    List<Object> given = Arrays.asList(more);
    if (!given.contains("--bids")) {
      words.addAll(List.of("--bids", STUDY));
    }
    if (!given.contains("--features")) {
      words.addAll(List.of("--features", DATA.resolve("features.csv")));
    }
    if (!given.contains("--trials")) {
      words.addAll(List.of("--trials", "mean:4-7s"));
    }
    if (!given.contains("--out")) {
      words.addAll(List.of("--out", out));
    }
    words.addAll(given);
    return Ran.mitchell(words.toArray());
  }
}
