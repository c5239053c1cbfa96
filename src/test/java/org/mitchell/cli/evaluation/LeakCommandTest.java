package org.mitchell.cli.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mitchell.cli.Ran;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code leak} on the study of {@code testdata/runs}. Expected accuracies are those of {@code
 * testdata/leaks/rivals.py}, which refits every fold.
 */
class LeakCommandTest {
  private static final Path RUNS = Path.of("testdata/runs");

  @TempDir private Path out;

  static Stream<JsonNode> expected() throws IOException {
    String text = Files.readString(Path.of("testdata/leaks/expected.json"));
    return StreamSupport.stream(new JsonMapper().readTree(text).spliterator(), false);
  }

  @ParameterizedTest
  @MethodSource("expected")
  void accuraciesAreThoseOfRefittingEveryFold(JsonNode expected) throws IOException {
    JsonNode leaks =
        leak(
                expected.get("labels").asString(),
                "--cv",
                expected.get("cv").asString(),
                "--preset",
                expected.get("preset").asString(),
                "--json")
            .succeeds()
            .json();
    var found = new JsonMapper().createObjectNode();
    found.put("model", leaks.get("model").get("mean").asDouble());
    leaks
        .get("rivals")
        .forEach(rival -> found.put(rival.get("name").asString(), rival.get("mean").asDouble()));
    for (var rival : expected.get("accuracies").properties()) {
      assertThat(found.get(rival.getKey()).asDouble())
          .as(rival.getKey())
          .isCloseTo(rival.getValue().asDouble(), within(1e-12));
    }
  }

  @Test
  void theTableHasARowForTheModelAndEveryRival() throws IOException {
    leak("labels.tsv", "--cv", "pair").succeeds();
    List<String> rows =
        Files.readAllLines(out.resolve("sub-01/sub-01_task-nouns_desc-leaks_comparison.tsv"));
    assertThat(rows.get(0)).startsWith("name\tkind\tmean\tlow\thigh\tchance\tp\tp_corrected");
    assertThat(rows.stream().skip(1).map(row -> row.split("\t")[0]))
        .containsExactly(
            "features",
            "word length",
            "log frequency",
            "order",
            "position in run",
            "run mean",
            "neighbours in time");
  }

  @Test
  void ofARunThatIsLeftOutNoTrialIsNear() throws IOException {
    JsonNode leaks = leak("labels.tsv", "--cv", "run", "--json").succeeds().json();
    JsonNode both = leaks.get("sideBySide");
    assertThat(both.get("parts").asInt()).isEqualTo(5);
    for (JsonNode row : both.get("rows")) {
      if (row.get("name").asString().equals("neighbours in time")) {
        assertThat(row.get("contiguous").asDouble()).isEqualTo(0.5);
        assertThat(row.get("shuffled").asDouble()).isNotEqualTo(0.5);
      }
    }
  }

  @Test
  void whatCannotBeHadIsSaid() {
    Ran averaged =
        Ran.mitchell(
            "leak",
            "--subject",
            "T1",
            "--data",
            Ran.T1,
            "--features",
            Ran.FEATURES,
            "--few-words",
            "--subsamples",
            "0",
            "--out",
            out);
    assertThat(averaged.succeeds().out())
        .contains("neighbours in time   n/a   nobody says when trials were")
        .contains("No rival tells words apart");
    assertThat(averaged.err())
        .contains("no shuffled beside contiguous folds: leaving runs out needs the run");
  }

  @Test
  void ranksAreRefused() {
    Ran ranks = leak("labels.tsv", "--cv", "word");
    assertThat(ranks.status()).isEqualTo(2);
    assertThat(ranks.err()).contains("--cv word").contains("Take pair, run, fold or k:N");
  }

  @Test
  void namesOfFilesBearTheTask() {
    leak("labels.tsv", "--task", "listen").succeeds();
    assertThat(out.resolve("sub-01/sub-01_task-listen_desc-leaks_comparison.tsv")).exists();
    assertThat(out.resolve("sub-01/sub-01_task-listen_desc-leaks_comparison.json")).exists();
  }

  @Test
  void severalSpacesAreOneModelCalledByTheirLabels() throws IOException {
    String both = "own=%s,form=form".formatted(RUNS.resolve("features.csv"));
    JsonNode model =
        leak("labels.tsv", "--features", both, "--json").succeeds().json().get("model");
    assertThat(model.get("name").asString()).isEqualTo("own + form");
  }

  @Test
  void threadsDoNotMatter() throws IOException {
    Path table = out.resolve("sub-01/sub-01_task-nouns_desc-leaks_comparison.tsv");
    leak("labels.tsv", "--threads", "1").succeeds();
    byte[] one = Files.readAllBytes(table);
    leak("labels.tsv", "--threads", "3").succeeds();
    assertThat(Files.readAllBytes(table)).isEqualTo(one);
  }

  private Ran leak(String labels, String... more) {
    var words =
        new ArrayList<Object>(
            List.of(
                "leak",
                "--subject",
                "01",
                "--images",
                RUNS.resolve("betas.nii.gz"),
                "--labels",
                RUNS.resolve(labels),
                "--center",
                "none",
                "--voxels",
                "all",
                "--ridge",
                "1",
                "--permutations",
                "19",
                "--subsamples",
                "0",
                "--few-words",
                "--out",
                out));
    words.addAll(List.of(more));
    if (!words.contains("--features")) {
      words.addAll(List.of("--features", RUNS.resolve("features.csv")));
    }
    return Ran.mitchell(words.toArray());
  }
}
