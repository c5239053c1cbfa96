package org.mitchell.cli.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitchell.cli.Ran;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Leave-two-out where double precision is put to the test, beside arithmetic of 60 digits:
 * testdata/stress/make_stress.py.
 */
class NumbersUnderStressTest {
  private static final Path FOLDER = Path.of("testdata/stress");

  /** Images are kept in single precision, of which a cosine of a few voxels loses this at most. */
  private static final double ROUNDING = 1e-6;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "features-1e8",
        "features-1e8-ridge",
        "responses-1e-6",
        "collinear",
        "collinear-ridge",
        "near-ties",
        "four-words",
        "two-voxels",
        "more-features-than-words"
      })
  void everyPairIsThatOfSixtyDigits(String name) throws IOException {
    JsonNode expected =
        new JsonMapper().readTree(FOLDER.resolve("expected.json").toFile()).get(name);
    List<String> rows = pairs(name, expected);
    assertThat(rows).hasSize(expected.get("pairs").size());
    for (int p = 0; p < rows.size(); p++) {
      JsonNode pair = expected.get("pairs").get(p);
      String[] cells = rows.get(p).split("\t");
      assertThat(cells[0] + " " + cells[1])
          .isEqualTo(pair.get("word1").asString() + " " + pair.get("word2").asString());
      for (int s = 0; s < 4; s++) {
        assertThat(Double.parseDouble(cells[4 + s]))
            .as("%s: s%d", rows.get(p), s)
            .isEqualTo(pair.get("s").get(s).asDouble(), within(ROUNDING));
      }
      if (Math.abs(pair.get("margin").asDouble()) > ROUNDING) {
        assertThat(cells[8]).as(rows.get(p)).isEqualTo("" + pair.get("correct").asInt());
      }
    }
  }

  /** The rows of pairs.tsv, without its header. */
  private List<String> pairs(String name, JsonNode how) throws IOException {
    Ran.mitchell(
            "fit",
            "--subject",
            "X",
            "--data",
            FOLDER.resolve(name + "-responses.tsv"),
            "--features",
            FOLDER.resolve(name + "-features.tsv"),
            "--voxels",
            "all",
            "--scale",
            how.get("scale").asString(),
            "--ridge",
            how.get("ridge").asInt(),
            "--few-words",
            "--out",
            folder)
        .succeeds();
    List<String> lines = Files.readAllLines(folder.resolve("sub-X/sub-X_task-nouns_pairs.tsv"));
    return lines.subList(1, lines.size());
  }
}
