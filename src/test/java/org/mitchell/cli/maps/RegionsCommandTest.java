package org.mitchell.cli.maps;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mitchell.cli.Ran;
import org.mitchell.fmri.ReadOptions;
import org.mitchell.fmri.ResponsesReader;
import tools.jackson.databind.JsonNode;

/** {@code regions}: a participant's accuracy in every region of an atlas. */
class RegionsCommandTest {
  @TempDir private static Path shared;
  private static ThreeParticipants three;

  @TempDir private Path folder;

  @BeforeAll
  static void threeParticipants() {
    three = ThreeParticipants.in(shared);
  }

  private Path out() {
    return folder.resolve("out");
  }

  private Ran regions(Object... words) {
    return three.run("regions", out(), words);
  }

  @Test
  void regionsAreEvaluatedOneByOne() throws Exception {
    JsonNode json =
        regions(three.withAtlas("--subject", "a", "--permutations", "50", "--json"))
            .succeeds()
            .json();
    assertThat(json.path("regions").valueStream().map(r -> r.path("region").asString()))
        .containsExactly("Left_half", "Right_half", "Middle");
    int voxels = 0;
    for (JsonNode region : json.path("regions")) {
      voxels += region.path("voxels").asInt();
      assertThat(region.path("pairs").asInt()).isEqualTo(16 * 15 / 2);
      assertThat(region.path("p").asDouble())
          .isLessThanOrEqualTo(region.path("pCorrected").asDouble() + 1e-12);
    }
    assertThat(voxels)
        .isEqualTo(
            Ran.json(three.fits().resolve("sub-a/sub-a_task-nouns_evaluation.json"))
                .path("voxels")
                .asInt());
    assertThat(Files.readAllLines(out().resolve("sub-a/sub-a_task-nouns_desc-regions.tsv")))
        .hasSize(4);
  }

  @Test
  void aRegionsAccuracyIsThatOfAFitOfItsVoxels() throws Exception {
    // An atlas of one region is the whole brain.
    Path names = Files.writeString(folder.resolve("one.txt"), "1 Brain\n2 Brain2\n7 Brain7\n");
    Path atlas = three.atlas();
    JsonNode region =
        regions(
                "--subject",
                "a",
                "--atlas",
                atlas,
                "--atlas-names",
                names,
                "--permutations",
                "0",
                "--json")
            .succeeds()
            .json()
            .path("regions")
            .path(0);
    Path coords = folder.resolve("left.tsv");
    Path table = leftHalf(coords);
    JsonNode fit =
        Ran.mitchell(
                "fit",
                "--subject",
                "left",
                "--data",
                table,
                "--coords",
                coords,
                "--features",
                three.brains().features(),
                "--voxels",
                "50",
                "--out",
                folder.resolve("left"),
                "--json")
            .succeeds()
            .json();
    assertThat(region.path("voxels").asInt()).isEqualTo(fit.path("voxels").asInt());
    assertThat(region.path("correct").asInt()).isEqualTo(fit.path("correct").asInt());
    assertThat(region.path("p").isNull()).isTrue();
  }

  @Test
  void voxelsThatFeaturesChooseHaveNoRelabelledWords() throws Exception {
    Path fits = folder.resolve("fits");
    Ran.mitchell(
            "fit",
            "--subject",
            "a",
            "--data",
            three.brains().data(),
            "--features",
            three.brains().features(),
            "--voxels",
            "20",
            "--ridge",
            "1",
            "--select",
            "top-r-train",
            "--out",
            fits)
        .succeeds();
    var ofFits = new ThreeParticipants(three.brains(), fits, three.atlas(), three.names());
    Ran judged = ofFits.run("regions", out(), three.withAtlas("--subject", "a"));
    judged.failsWith(1);
    assertThat(judged.err()).contains("--select top-r-train").contains("--permutations 0");
    assertThat(out()).doesNotExist();
    ofFits
        .run("regions", out(), three.withAtlas("--subject", "a", "--permutations", "0"))
        .succeeds();
  }

  /** The voxels of participant a left of the middle, as a table of responses. */
  private Path leftHalf(Path coords) throws IOException {
    var responses =
        ResponsesReader.read(
            three.brains().data().resolve("data-science-a.mat"), "a", ReadOptions.DEFAULT);
    var grid = responses.grid().orElseThrow();
    int[] left = IntStream.range(0, grid.columns()).filter(c -> grid.mm(c)[0] < -2).toArray();
    var places = new StringBuilder("x_mm\ty_mm\tz_mm\n");
    for (int column : left) {
      double[] mm = grid.mm(column);
      places.append(mm[0]).append('\t').append(mm[1]).append('\t').append(mm[2]).append('\n');
    }
    Files.writeString(coords, places);
    var rows = new StringBuilder();
    for (int w = 0; w < responses.words().size(); w++) {
      for (int p = 0; p < responses.presentations(w); p++) {
        rows.append(responses.words().get(w));
        for (int column : left) {
          rows.append('\t').append(responses.trial(w, p)[column]);
        }
        rows.append('\n');
      }
    }
    return Files.writeString(folder.resolve("left.txt"), rows);
  }
}
