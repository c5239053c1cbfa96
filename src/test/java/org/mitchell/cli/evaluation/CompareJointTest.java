package org.mitchell.cli.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mitchell.cli.Ran;
import tools.jackson.databind.JsonNode;

/** A model of several spaces as a rival of these in {@code compare}. */
class CompareJointTest {
  private static final String SINGLES =
      "verbs=%s,wide=%s".formatted(Ran.FEATURES, Ran.ANALYSIS.resolve("wide_T.csv"));

  @TempDir private Path folder;

  private Ran run(String command, Object... words) {
    return Ran.mitchell(
        Stream.concat(
                Stream.of(
                    command, "--subject", "T1", "--data", Ran.T1, "--few-words", "--out", folder),
                Arrays.stream(words))
            .toArray());
  }

  private Ran compare(String features, Object... words) {
    return run(
        "compare",
        Stream.concat(
                Stream.of("--features", features, "--no-baselines", "--subsamples", "0"),
                Arrays.stream(words))
            .toArray());
  }

  private static double accuracy(JsonNode league, String space) {
    return league
        .path("features")
        .valueStream()
        .filter(row -> row.path("name").asString().equals(space))
        .findFirst()
        .orElseThrow()
        .path("accuracies")
        .get(0)
        .asDouble();
  }

  @Test
  void labelsWithAPlusAreOneModelOfBothSpaces() {
    for (String how : new String[] {"concatenated", "banded", "stacked"}) {
      Object[] model = {"--ridge", "auto", "--combine", how};
      JsonNode league =
          compare(
                  SINGLES + ",verbs+wide",
                  Stream.concat(Arrays.stream(model), Stream.of("--json")).toArray())
              .succeeds()
              .json();
      JsonNode evaluated =
          run(
                  "evaluate",
                  "--features",
                  SINGLES,
                  "--ridge",
                  "auto",
                  "--combine",
                  how,
                  "--permutations",
                  "19",
                  "--subsamples",
                  "0",
                  "--json")
              .succeeds()
              .json();
      assertThat(accuracy(league, "verbs+wide"))
          .as(how)
          .isEqualTo(evaluated.path("accuracy").asDouble());
    }
  }

  @Test
  void whatCannotBeJointIsSaid() {
    assertThat(compare(SINGLES + ",verbs+glove").failsWith(2).err())
        .contains("'verbs+glove' asks for 'glove', which is not among the spaces");
    assertThat(compare(SINGLES + ",verbs+verbs").failsWith(2).err())
        .contains("'verbs+verbs' names a space twice");
    assertThat(compare(SINGLES, "--combine", "banded").failsWith(2).err())
        .contains("--combine: goes with several feature spaces");
    assertThat(compare(SINGLES + ",verbs+wide", "--variance").failsWith(2).err())
        .contains("--variance: is of single spaces");
    assertThat(
            Ran.mitchell(
                    "similarity",
                    "--subject",
                    "T1",
                    "--data",
                    Ran.T1,
                    "--out",
                    folder,
                    "--features",
                    SINGLES + ",verbs+wide")
                .failsWith(2)
                .err())
        .contains("'verbs+wide' is several spaces in one model, as compare has it");
  }

  @Test
  void aColumnThatIsNotThereIsSaidWithItsSpace() {
    String columns =
        "verbs=%s,wide=%s:1-99".formatted(Ran.FEATURES, Ran.ANALYSIS.resolve("wide_T.csv"));
    assertThat(compare(columns).failsWith(1).err()).contains("wide: columns '1-99': got '1-99'");
    assertThat(run("evaluate", "--features", columns).failsWith(1).err())
        .contains("wide: columns '1-99': got '1-99'");
  }
}
