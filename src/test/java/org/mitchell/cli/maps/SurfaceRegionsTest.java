package org.mitchell.cli.maps;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitchell.cli.Ran;

/** Regions of participants whose images are on surfaces: atlases by vertex. */
class SurfaceRegionsTest {
  private static final Path STUDY = StudyOnSurfaces.FILES;

  @TempDir private static Path folder;

  @BeforeAll
  static void fitAll() {
    var study = new StudyOnSurfaces(folder);
    study.fitGifti("01", "01", "gifti", "L", "R");
    study.fitCifti("02", "cifti");
    study.fitGifti("03", "03", "gifti", "L", "R");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "atlas_hemi-L.label.gii",
        "atlas_hemi-R.label.gii",
        "lh.toy.annot",
        "rh.toy.annot"
      })
  void bothHemispheresHaveTheirOwnRegions(String atlas) throws IOException {
    assertThat(regions("01", "gifti", atlas).succeeds().out())
        .contains("no p: no relabellings")
        .doesNotContain("p by");
    assertThat(voxels("gifti/sub-01/sub-01")).containsExactly(expected("gifti"));
  }

  @Test
  void aDlabelNamesVerticesAndVoxels() throws IOException {
    regions("02", "cifti", "atlas.dlabel.nii").succeeds();
    assertThat(voxels("cifti/sub-02/sub-02")).containsExactly(expected("cifti"));
  }

  /** Atlases and images may be of different forms, as long as the mesh is one. */
  @Test
  void aDlabelNamesVerticesOfGifti() throws IOException {
    regions("01", "gifti", "atlas.dlabel.nii").succeeds();
    assertThat(voxels("gifti/sub-01/sub-01").stream().map(row -> row.replaceFirst("^.*\t", "")))
        .containsExactly(
            Arrays.stream(expected("gifti"))
                .map(row -> row.replaceFirst("^.*\t", ""))
                .toArray(String[]::new));
  }

  @Test
  void clustersHaveTheNamesOfTheirPeaks() throws IOException {
    String meshes =
        STUDY.resolve("hemi-L_midthickness.surf.gii")
            + ","
            + STUDY.resolve("hemi-R_midthickness.surf.gii");
    String out =
        Ran.mitchell(
                "map",
                "--subject",
                "02",
                "--model",
                folder.resolve("cifti"),
                "--out",
                folder.resolve("cifti"),
                "--permutations",
                "0",
                "--mesh",
                meshes,
                "--atlas",
                STUDY.resolve("atlas.dlabel.nii"))
            .succeeds()
            .out();
    assertThat(out)
        .containsPattern("cortex left 59 +L_occipital")
        .containsPattern("cortex left 99 +Not_labelled")
        .containsPattern("cortex right 141 +R_temporal")
        .containsPattern("thalamus left +Not_labelled");
  }

  @Test
  void anAtlasOnAnotherMeshIsRefusedWithBothNumbers() {
    assertThat(regions("03", "gifti", "atlas_hemi-L.label.gii").failsWith(1).err())
        .contains(
            "162 vertices of cortex left where the images have 42. Give the atlas on the images'"
                + " mesh");
  }

  @Test
  void anImageOfVoxelsNamesNoVertices() {
    Path image = Path.of("testdata/images/atlas.nii.gz");
    Path table = write("names.txt", "1 one\n2 two\n3 three\n");
    assertThat(
            Ran.mitchell(
                    "regions",
                    "--subject",
                    "01",
                    "--model",
                    folder.resolve("gifti"),
                    "--atlas",
                    image,
                    "--atlas-names",
                    table)
                .failsWith(1)
                .err())
        .contains(
            "an image of voxels, where the images are of vertices of surfaces. Give an atlas on"
                + " their mesh: .label.gii, .annot or .dlabel.nii");
  }

  @Test
  void valuesWithoutATableOfLabelsNeedNames() {
    assertThat(regions("01", "gifti", "map_hemi-L.func.gii").failsWith(1).err())
        .contains("where the whole number of a label is expected");
  }

  @Test
  void aDamagedAnnotationIsSaid() throws IOException {
    byte[] whole = Files.readAllBytes(STUDY.resolve("lh.toy.annot"));
    for (int length : new int[] {0, 3, 100, 1300, 1400}) {
      Path file = folder.resolve("lh.cut.annot");
      Files.write(file, Arrays.copyOf(whole, length));
      assertThat(
              Ran.mitchell(
                      "regions",
                      "--subject",
                      "01",
                      "--model",
                      folder.resolve("gifti"),
                      "--atlas",
                      file)
                  .failsWith(1)
                  .err())
          .as("%d bytes", length)
          .containsPattern("lh.cut.annot: (ends early|no table|empty)");
    }
  }

  private static Path write(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Label, name and number of voxels of each region, as numpy counts them. */
  private static String[] expected(String form) throws IOException {
    return Files.readAllLines(STUDY.resolve("regions-" + form + ".tsv")).toArray(String[]::new);
  }

  private static List<String> voxels(String start) throws IOException {
    try (Stream<String> rows =
        Files.lines(folder.resolve(start + "_task-nouns_desc-regions.tsv"))) {
      return rows.skip(1).map(row -> String.join("\t", Arrays.copyOf(row.split("\t"), 3))).toList();
    }
  }

  private static Ran regions(String subject, String model, String atlas) {
    return Ran.mitchell(
        "regions",
        "--subject",
        subject,
        "--model",
        folder.resolve(model),
        "--out",
        folder.resolve(model),
        "--permutations",
        "0",
        "--fewest-voxels",
        "2",
        "--atlas",
        STUDY.resolve(atlas));
  }
}
