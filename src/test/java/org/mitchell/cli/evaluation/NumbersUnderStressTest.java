package org.mitchell.cli.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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

  /** Maps are written in single precision. */
  private static final double OF_A_MAP = 2e-6;

  private static final String STEM = "sub-X/sub-X_task-nouns_";

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
    fit(name, expected.get("scale").asString(), "" + expected.get("ridge").asInt());
    List<String> rows = rows("pairs.tsv");
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

  private static Stream<String> names() throws IOException {
    return new JsonMapper()
        .readTree(FOLDER.resolve("expected.json").toFile()).propertyNames().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyVoxelsCorrelationIsThatOfSixtyDigits(String name) throws IOException {
    JsonNode expected =
        new JsonMapper().readTree(FOLDER.resolve("expected.json").toFile()).get(name);
    fit(name, expected.get("scale").asString(), "" + expected.get("ridge").asInt());
    double[] r = map("stat-r_statmap.tsv.gz");
    assertThat(r).hasSize(expected.get("r").size());
    for (int v = 0; v < r.length; v++) {
      assertThat(r[v]).isEqualTo(expected.get("r").get(v).asDouble(), within(OF_A_MAP));
    }
  }

  /**
   * Lengths of 1 know no unit of the features, and neither r nor the chosen penalty any of images.
   */
  @ParameterizedTest
  @ValueSource(strings = {"features-1e8", "responses-1e-6"})
  void unitsOfFeaturesAndImagesChangeNothing(String name) throws IOException {
    fit("plain", "unit", "auto");
    List<String> pairs = rows("pairs.tsv");
    JsonNode penalties = Ran.json(folder.resolve(STEM + "model.json")).get("penalties");
    double[] r = map("stat-r_statmap.tsv.gz");
    double[] p = p();
    fit(name, "unit", "auto");
    assertThat(Ran.json(folder.resolve(STEM + "model.json")).get("penalties")).isEqualTo(penalties);
    assertThat(map("stat-r_statmap.tsv.gz")).containsExactly(r, within(OF_A_MAP));
    assertThat(p()).containsExactly(p, within(0.0));
    for (int row = 0; row < pairs.size(); row++) {
      String[] own = rows("pairs.tsv").get(row).split("\t");
      String[] plain = pairs.get(row).split("\t");
      for (int s = 0; s < 4; s++) {
        assertThat(Double.parseDouble(own[4 + s]))
            .isEqualTo(Double.parseDouble(plain[4 + s]), within(ROUNDING));
      }
    }
  }

  /** p of every voxel by relabelling, of the fit that is there. */
  private double[] p() throws IOException {
    Ran.mitchell("map", "--subject", "X", "--model", folder, "--stat", "p", "--permutations", "19")
        .succeeds();
    return map("stat-p_statmap.tsv.gz");
  }

  private double[] map(String name) throws IOException {
    try (var gzip = new GZIPInputStream(Files.newInputStream(folder.resolve(STEM + name)))) {
      return new String(gzip.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf('\t') + 1)))
          .toArray();
    }
  }

  /** The rows of a table of the fit, without its header. */
  private List<String> rows(String name) throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve(STEM + name));
    return lines.subList(1, lines.size());
  }

  private void fit(String name, String scale, String ridge) {
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
            scale,
            "--ridge",
            ridge,
            "--few-words",
            "--out",
            folder)
        .succeeds();
  }
}
