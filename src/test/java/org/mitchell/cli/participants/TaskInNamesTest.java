package org.mitchell.cli.participants;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mitchell.cli.Ran;

/** Names of files say the task, and readers find a fit by it. */
class TaskInNamesTest {
  private static final Path RUNS = Path.of("testdata/runs");

  @TempDir private Path out;

  @Test
  void everythingOfAFitBearsItsTask() throws IOException {
    images("fit", "--task", "listen").succeeds();
    images("evaluate", "--task", "task-listen", "--subsamples", "0", "--permutations", "9")
        .succeeds();
    images("compare", "--task", "listen", "--features", features() + ",form", "--subsamples", "0")
        .succeeds();
    images("leak", "--task", "listen", "--subsamples", "0").succeeds();
    fitted("map", "--permutations", "0").succeeds();
    fitted("predict", "ant").succeeds();
    Path page = out.resolve("report.html");
    Ran.mitchell("report", "--subject", "01", "--model", out, "--out", page).succeeds();

    assertThat(Ran.files(out).keySet())
        .filteredOn(name -> !name.equals("dataset_description.json") && !name.equals("report.html"))
        .hasSizeGreaterThan(12)
        .allMatch(name -> name.contains("_task-listen_"))
        .contains(
            "sub-01/sub-01_task-listen_model.json",
            "sub-01/sub-01_task-listen_space-individual_stat-r_desc-clusters.tsv",
            "group_task-listen_desc-league_comparison.json");
    assertThat(Files.readString(page))
        .contains("Mean accuracy of 01 on 10 words")
        .contains("neighbours in time")
        .doesNotContain("Feature spaces were not compared");
  }

  @Test
  void aFitOfAnotherTaskBesideItIsNotTakenForIt() throws IOException {
    images("fit").succeeds();
    assertThat(out.resolve("sub-01/sub-01_task-nouns_model.json")).exists();
    images("fit", "--task", "listen").succeeds();
    assertThat(fitted("predict", "ant").failsWith(1).err())
        .contains("model.json of each of the tasks listen, nouns");
  }

  @Test
  void aLabelIsOfLettersAndDigits() {
    assertThat(images("fit", "--task", "two words").failsWith(2).err())
        .contains("--task: got 'two words' where letters and digits are expected");
  }

  private static String features() {
    return RUNS.resolve("features.csv").toString();
  }

  private Ran images(String command, Object... more) {
    var words = new ArrayList<Object>(List.of(command, "--subject", "01", "--few-words"));
    words.addAll(List.of("--images", RUNS.resolve("betas.nii.gz")));
    words.addAll(List.of("--labels", RUNS.resolve("labels.tsv"), "--out", out));
    if (!Arrays.asList(more).contains("--features")) {
      words.addAll(List.of("--features", features()));
    }
    words.addAll(Arrays.asList(more));
    return Ran.mitchell(words.toArray());
  }

  private Ran fitted(String command, Object... more) {
    var words = new ArrayList<Object>(List.of(command));
    words.addAll(Arrays.asList(more));
    words.addAll(List.of("--subject", "01", "--model", out));
    return Ran.mitchell(words.toArray());
  }
}
