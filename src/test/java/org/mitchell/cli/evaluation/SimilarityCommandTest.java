package org.mitchell.cli.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mitchell.cli.Ran;
import tools.jackson.databind.JsonNode;

/** What {@code similarity} prints and writes. */
class SimilarityCommandTest {
  private static final Path WIDE = Ran.ANALYSIS.resolve("wide_T.csv");
  private static final String STEM = "group_task-nouns_desc-similarity_comparison";

  @TempDir private Path folder;

  private Path out() {
    return folder.resolve("out");
  }

  private Ran similarity(Object... more) {
    String features = "five=" + Ran.FEATURES + ",wide=" + WIDE;
    Object[] usual = {
      "similarity", "--features", features, "--subject", "T1", "--data", Ran.T1, "--out", out()
    };
    return Ran.mitchell(Stream.of(usual, more).flatMap(Stream::of).toArray());
  }

  private Ran quick(Object... more) {
    Object[] few = {"--voxels", "15", "--permutations", "19", "--resamples", "20"};
    return similarity(Stream.of(few, more).flatMap(Stream::of).toArray());
  }

  @Test
  void theAgreementIsThatOfTheDistancesInTheTable() throws IOException {
    JsonNode json = quick("--json").succeeds().json();
    assertThat(Ran.files(out()).keySet())
        .containsExactlyInAnyOrder(
            "dataset_description.json",
            STEM + ".tsv",
            STEM + ".json",
            STEM + ".svg",
            "sub-T1/sub-T1_task-nouns_desc-dissimilarities.tsv");
    Path table = out().resolve("sub-T1/sub-T1_task-nouns_desc-dissimilarities.tsv");
    List<String> lines = Files.readAllLines(table);
    assertThat(lines.get(0)).isEqualTo("word_1\tword_2\timages\tfive\twide\tcategory");
    var columns = new ArrayList<double[]>();
    for (int c = 2; c < 6; c++) {
      int column = c;
      columns.add(
          lines.stream()
              .skip(1)
              .mapToDouble(line -> Double.parseDouble(line.split("\t")[column]))
              .toArray());
    }
    JsonNode spaces = json.path("regions").path(0).path("spaces");
    for (int s = 0; s < 3; s++) {
      assertThat(spaces.path(s).path("name").asString())
          .isEqualTo(List.of("five", "wide", "category").get(s));
      assertThat(spaces.path(s).path("mean").asDouble())
          .isCloseTo(
              new SpearmansCorrelation().correlation(columns.get(0), columns.get(s + 1)),
              within(1e-12));
    }
    assertThat(json.path("regions").path(0).path("voxels").path(0).asInt()).isEqualTo(15);
    assertThat(json.path("regions").path(0).path("differences").size()).isEqualTo(3);
  }

  @Test
  void aSearchlightWritesMapsOfEverySpace() {
    JsonNode json = quick("--searchlight", "--radius", "12", "--json").succeeds().json();
    JsonNode maps = json.path("searchlight").path("maps");
    assertThat(maps.size()).isEqualTo(3);
    for (JsonNode map : maps) {
      String start =
          "sub-T1_task-nouns_space-MNI152Lin_desc-%s_stat-similarity"
              .formatted(map.path("space").asString());
      for (String kind : List.of("", "P", "Fwer")) {
        Path file = out().resolve("sub-T1").resolve(start + kind + "_statmap.nii.gz");
        assertThat(file).exists();
        assertThat(json.path("outputs").valueStream().map(JsonNode::asString))
            .contains(file.toString());
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--feature-distance crossnobis | features have no presentations",
        "--radius 9 | --radius goes with --searchlight",
        "--resamples 1 | where 0, or a number from 2 up, is expected",
        "--voxels some | where",
        "--fewest-voxels 1 | where a number from 2 up is expected",
      })
  void whatCannotBeIsRefusedAtOnce(String options, String error) {
    assertThat(similarity((Object[]) options.split(" ")).failsWith(2).err()).contains(error);
    assertThat(out()).doesNotExist();
  }
}
