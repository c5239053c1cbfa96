package org.mitchell.cli.participants;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mitchell.cli.Ran;
import org.mitchell.nifti.NiftiReader;
import org.mitchell.testing.SharedData;
import tools.jackson.databind.JsonNode;

/** Runs of {@code testdata/bids} written in the layout that OpenFMRI had before BIDS. */
class OpenFmriTest {
  private static final Path STUDY = Path.of("testdata/bids/study");
  private static final Path FEATURES = Path.of("testdata/bids/features.csv");
  private static final String NAME = "sub-02_ses-%s_task-listen_run-1_";

  @TempDir private Path folder;
  private Path old;

  /** The first run of each session, which have no frames before the steady state. */
  @BeforeEach
  void write() throws IOException {
    old = folder.resolve("old");
    var conditions = new TreeMap<String, String>();
    int number = 1;
    for (String session : List.of("a", "b")) {
      String run = "task001_run%03d".formatted(number++);
      Path func = Path.of("sub-02/ses-" + session + "/func");
      String end = session.equals("a") ? ".nii.gz" : ".nii";
      Path bold = old.resolve("sub002/BOLD").resolve(run);
      Files.createDirectories(bold);
      Path made = STUDY.resolve("derivatives/prep").resolve(func);
      String name = NAME.formatted(session);
      Files.copy(made.resolve(name + "desc-preproc_bold" + end), bold.resolve("bold_small" + end));
      Path mask = old.resolve("sub002/masks/small/brain.nii.gz");
      Files.createDirectories(mask.getParent());
      if (!Files.exists(mask)) {
        Files.copy(made.resolve(name + "desc-brain_mask.nii.gz"), mask);
      }
      writeOnsets(run, STUDY.resolve(func).resolve(name + "events.tsv"), conditions);
    }
    Files.writeString(old.resolve("scan_key.txt"), "TR 2.2\n");
    Files.createDirectories(old.resolve("models/model001"));
    var key = new StringBuilder();
    conditions.forEach((name, file) -> key.append("task001 %s %s\n".formatted(file, name)));
    Files.writeString(old.resolve("models/model001/condition_key.txt"), key);
  }

  private void writeOnsets(String run, Path events, TreeMap<String, String> conditions)
      throws IOException {
    Path onsets = old.resolve("sub002/model/model001/onsets").resolve(run);
    Files.createDirectories(onsets);
    var files = new TreeMap<String, StringBuilder>();
    for (String line : Files.readAllLines(events).subList(1, Files.readAllLines(events).size())) {
      String[] cells = line.split("\t");
      String file =
          conditions.computeIfAbsent(cells[2], name -> "cond%03d".formatted(conditions.size() + 1));
      files
          .computeIfAbsent(file, f -> new StringBuilder())
          .append("%s\t%s\t1\n".formatted(cells[0], cells[1].equals("n/a") ? "0" : cells[1]));
    }
    for (var file : files.entrySet()) {
      Files.writeString(onsets.resolve(file.getKey() + ".txt"), file.getValue());
    }
  }

  @Test
  void trialImagesAreThoseOfTheSameRunsInBids() throws IOException {
    fit(old, "old-out", "--subject", "sub002").succeeds();
    fit(STUDY, "bids-out", "--subject", "02", "--run", "1", "--confounds", "none").succeeds();
    assertThat(betas("old-out", "002", "nouns")).containsExactly(betas("bids-out", "02", "listen"));
  }

  @Test
  void conditionsWithoutFeaturesAreRegressorsOfNoInterest() {
    Ran ran = fit(old, "out", "--subject", "all");
    assertThat(ran.succeeds().err())
        .contains("regressors of no interest: button, question")
        .contains("images bold_small, the only ones there are");
  }

  @Test
  void whatIsNotThereIsSaid() throws IOException {
    assertThat(fit(old, "out", "--subject", "003").failsWith(1).err())
        .contains("there is no sub003. Participants here: 002");
    assertThat(fit(old, "out", "--subject", "002", "--desc", "large").failsWith(1).err())
        .contains("there is no bold_large.nii.gz. Images here: bold_small.nii.gz");
    assertThat(fit(old, "out", "--subject", "002", "--task", "2").failsWith(1).err())
        .contains("no run is as asked for")
        .contains("Tasks here: 001");
    assertThat(fit(old, "out", "--subject", "002", "--space", "MNI").failsWith(1).err())
        .contains("OpenFMRI's old layout has no spaces");
    assertThat(fit(old, "out", "--subject", "002", "--derivatives", "elsewhere").failsWith(1).err())
        .contains("OpenFMRI's old layout has no folders of derivatives");
    assertThat(fit(old, "out", "--subject", "002", "--event-column", "item").failsWith(1).err())
        .contains("there is no column 'item': onsets are in a file a condition");
    Files.writeString(old.resolve("scan_key.txt"), "TR two\n");
    assertThat(fit(old, "out", "--subject", "002").failsWith(1).err())
        .contains("scan_key.txt: TR is 'two' where seconds are expected");
  }

  @Test
  void objectsInOneSliceOfARealBrainAreToldApartByOtherRuns() throws IOException {
    Path haxby = SharedData.file("haxby2001");
    Path vectors = folder.resolve("vectors.csv");
    Files.writeString(
        vectors,
        """
        word,animate,face,building,wearable,tool
        house,0,0,1,0,0
        cat,1,0,0,0,0
        shoe,0,0,0,1,0
        bottle,0,0,0,0,1
        scissors,0,0,0,0,2
        chair,0,0,1,0,1
        face,1,1,0,0,0
        """);
    Ran ran =
        Ran.mitchell(
            "evaluate",
            "--bids",
            haxby,
            "--subject",
            "001",
            "--desc",
            "1slice",
            "--features",
            vectors,
            "--cv",
            "run",
            "--ridge",
            "1",
            "--trials",
            "mean:4-20s",
            "--permutations",
            "99",
            "--subsamples",
            "0",
            "--few-words",
            "--json",
            "--out",
            folder.resolve("haxby"));
    JsonNode figures = ran.succeeds().json();
    assertThat(figures.get("pairs").asInt()).isEqualTo(12 * 21);
    assertThat(figures.get("p").asDouble()).isEqualTo(0.01);
  }

  /**
   * @param task that the names of the runs say; nouns where they say none
   */
  private float[] betas(String out, String label, String task) throws IOException {
    String file = "sub-%s/sub-%s_task-%s_space-individual_desc-lss_betas.nii.gz";
    return NiftiReader.read(folder.resolve(out).resolve(file.formatted(label, label, task)))
        .toFloats();
  }

  private Ran fit(Path study, String out, String... more) {
    var words = new ArrayList<Object>(List.of("fit", "--bids", study, "--features", FEATURES));
    words.addAll(List.of("--out", folder.resolve(out)));
    words.addAll(Arrays.asList(more));
    return Ran.mitchell(words.toArray());
  }
}
