package org.mitchell.cli.participants;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mitchell.cli.Ran;
import org.mitchell.nifti.NiftiHeader;
import org.mitchell.nifti.NiftiImage;
import org.mitchell.nifti.NiftiReader;
import tools.jackson.databind.JsonNode;

/** The responses that {@code fit} takes: their formats, presentations, voxels and places. */
class FitResponsesTest {
  @TempDir private Path folder;
  private FitOfT1 fit;
  private Path out;

  @BeforeEach
  void intoAFolderOfItsOwn() {
    out = folder.resolve("out");
    fit = new FitOfT1(out);
  }

  @Test
  void allFormatsOfAParticipantGiveTheSameMap() throws IOException {
    fit.run().succeeds();
    float[] expected = NiftiReader.read(out.resolve(FitOfT1.R_MAP)).toFloats();
    for (String file : new String[] {"data-science-T1-v73.mat", "T1.tsv"}) {
      Path other = folder.resolve("other");
      Ran.fit(
              other,
              "T1",
              Ran.ANALYSIS.resolve(file),
              "--coords",
              Ran.ANALYSIS.resolve("T1_coords_ijk.tsv"),
              "--affine",
              "-3.125,0,0,78.125,0,3.125,0,-112.5,0,0,6,-48",
              "--space",
              "MNI152Lin")
          .succeeds();
      assertThat(NiftiReader.read(other.resolve(FitOfT1.R_MAP)).toFloats())
          .as(file)
          .containsExactly(expected);
    }
  }

  @Test
  void withoutCoordinatesMapsAreTablesAndTheOutputSaysSo() throws IOException {
    Ran ran = Ran.fit(out, "T1", Ran.ANALYSIS.resolve("T1.tsv")).succeeds();
    assertThat(ran.out()).contains("no voxel coordinates", "--coords");
    String start = FitOfT1.START;
    assertThat(Ran.files(out).keySet())
        .contains(
            start + "stat-r_statmap.tsv.gz",
            start + "stat-r_statmap.json",
            start + "stat-stability_statmap.tsv.gz",
            start + "desc-signatures_statmap.tsv.gz",
            start + "desc-signatures_statmap.json")
        .noneMatch(
            name -> name.contains("space-") || name.contains("mask") || name.endsWith(".nii.gz"));
    try (var table =
        new GZIPInputStream(
            Files.newInputStream(out.resolve(start + "stat-stability_statmap.tsv.gz")))) {
      var rows = new String(table.readAllBytes()).lines().toList();
      assertThat(rows).hasSize(61);
      assertThat(rows.get(0)).isEqualTo("column\tstability");
      assertThat(rows.get(8)).as("a constant voxel").isEqualTo("7\tn/a");
    }
  }

  @Test
  void onePresentationMeansAllVoxelsAndNoStability() throws IOException {
    JsonNode json =
        Ran.fit(out, "T1", Ran.ANALYSIS.resolve("T1-mean.csv.gz"), "--json").succeeds().json();
    assertThat(json.path("presentations").asInt()).isEqualTo(1);
    assertThat(json.path("selectedVoxels").asInt()).isEqualTo(60);
    assertThat(json.path("within").isNull()).as("the table has no categories").isTrue();
    assertThat(json.path("between").isNull()).isTrue();
    assertThat(Ran.files(out).keySet()).noneMatch(name -> name.contains("stability"));
  }

  @Test
  void voxelsWithNanAreAnErrorOrLeftOut() throws IOException {
    Path table = folder.resolve("T1nan.tsv");
    var rows = new ArrayList<>(Files.readAllLines(Ran.ANALYSIS.resolve("T1.tsv")));
    String[] cells = rows.get(3).split("\t");
    cells[2 + 5] = "NaN";
    rows.set(3, String.join("\t", cells));
    Files.write(table, rows);
    assertThat(Ran.fit(out, "T1", table).failsWith(1).err())
        .contains("T1nan.tsv", "presentation 1", "voxel column 5", "--drop-nan");
    assertThat(Ran.files(out)).isEmpty();
    Ran ran = Ran.fit(out, "T1", table, "--drop-nan", "--json").succeeds();
    assertThat(ran.json().path("voxels").asInt()).isEqualTo(59);
    assertThat(ran.err()).contains("1 of 60 voxels left out");
  }

  @Test
  void unequalPresentationsAreSaid() {
    Ran ran = Ran.fit(out, "T2", Ran.T2).succeeds();
    assertThat(ran.err()).contains("unequal numbers of presentations", "first 3");
  }

  @Test
  void anAffineOfTwelveNumbersPlacesTheVoxels() throws IOException {
    fit.run("--affine", "2,0,0,-10,0,2,0,-20,0,0,3,-30").succeeds();
    NiftiHeader header =
        NiftiReader.readHeader(out.resolve(FitOfT1.R_MAP.replace("MNI152Lin", "individual")));
    assertThat(header.affine()[0]).containsExactly(2, 0, 0, -10);
    assertThat(header.affine()[2]).containsExactly(0, 0, 3, -30);
    assertThat(header.sformCode()).as("a participant's own space").isEqualTo(1);
  }

  @Test
  void anAffineOfAnImageBringsItsSpaceAlong() throws IOException {
    fit.run().succeeds();
    Path map = out.resolve(FitOfT1.R_MAP);
    NiftiImage image = NiftiReader.read(map);
    Path other = folder.resolve("other");
    Ran.fit(other, "T1", Ran.T1, "--affine", map).succeeds();
    NiftiHeader header = NiftiReader.readHeader(other.resolve(FitOfT1.R_MAP));
    assertThat(header.affine()).isDeepEqualTo(image.affine());
    assertThat(header.sformCode()).isEqualTo(4);
    assertThat(header.dims()).containsExactly(image.dims());
  }

  @Test
  void aSpaceAloneRenamesAndMovesNothing() throws IOException {
    // A demo-like participant whose file says where its voxels lie.
    Path data = folder.resolve("data");
    Path mask = folder.resolve("mask");
    Ran.fit(mask, "T1", Ran.T1, "--affine", "2,0,0,-10,0,2,0,-20,0,0,3,-30").succeeds();
    Path nouns = Files.writeString(folder.resolve("nouns.txt"), "apple\naxe\nbear\ndog\nsaw\n");
    Ran.mitchell(
            "simulate",
            "--subject",
            "sim3",
            "--out",
            data,
            "--features",
            Ran.FEATURES,
            "--nouns",
            nouns,
            "--mask",
            mask.resolve("sub-T1/sub-T1_task-nouns_space-individual_desc-brain_mask.nii.gz"))
        .succeeds();
    Ran.fit(out, "sim3", data, "--space", "MNI152NLin6Asym", "--voxels", "10").succeeds();
    NiftiHeader header =
        NiftiReader.readHeader(
            out.resolve(
                "sub-sim3/sub-sim3_task-nouns_space-MNI152NLin6Asym_stat-r_statmap.nii.gz"));
    assertThat(header.affine()[0]).containsExactly(2, 0, 0, -10);
    assertThat(header.sformCode()).isEqualTo(4);
    assertThat(
            Ran.mitchell("predict", "apple", "--model", out, "--json")
                .succeeds()
                .json()
                .path("predictions")
                .path(0)
                .path("outputs")
                .path(0)
                .asString())
        .contains("space-MNI152NLin6Asym_contrast-apple_desc-predicted");
  }
}
