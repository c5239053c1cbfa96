package org.mitchell.cli.maps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mitchell.cli.Ran;
import org.mitchell.files.Json;
import org.mitchell.fmri.Grayordinates;
import org.mitchell.fmri.Grayordinates.Form;
import org.mitchell.fmri.Space;
import org.mitchell.maps.grayordinates.CorticalMeshes;
import org.mitchell.maps.grayordinates.GrayordinateMaps;
import org.mitchell.similarity.Discs;
import tools.jackson.databind.JsonNode;

/**
 * Regions and searchlights of images on surfaces; testdata/surfaces/make_discs.py has the figures.
 */
class SimilarityOnSurfacesTest {
  private static final Path STUDY = StudyOnSurfaces.FILES;
  private static final Path LEFT = STUDY.resolve("hemi-L_midthickness.surf.gii");
  private static final Path RIGHT = STUDY.resolve("hemi-R_midthickness.surf.gii");
  private static final String CIFTI = "sub-02_space-ico_betas.dscalar.nii";

  @TempDir private Path folder;

  @Test
  void discsAreScipysShortestWaysOverTheEdges() throws IOException {
    GrayordinateMaps maps = GrayordinateMaps.read(Form.CIFTI, List.of(STUDY.resolve(CIFTI)));
    int count = maps.models().count();
    var places =
        Grayordinates.of(
            Form.CIFTI, maps.models(), Space.INDIVIDUAL, IntStream.range(0, count).toArray());
    var discs = new Discs(places, meshes(), made().get("radius").asDouble());
    JsonNode expected = made().get("discs");
    assertThat(expected.size()).isEqualTo(count);
    for (int column = 0; column < count; column++) {
      assertThat(discs.about(column))
          .as("column %d", column)
          .containsExactly(ints(expected.get(column)));
    }
    Discs.Size size = discs.size().orElseThrow();
    assertThat(size.rings()).isEqualTo(made().get("rings").asInt());
  }

  @Test
  void aSearchlightOfCiftiIsScipysSpearmanInEveryDisc() throws IOException {
    String err = searchlight("02", CIFTI).succeeds().err();
    assertThat(err).contains("02: discs of 22 mm along the mesh have 26 vertices in the middle");
    Path map =
        folder.resolve(
            "sub-02/sub-02_task-nouns_space-ico_desc-features_stat-similarity_statmap.dscalar.nii");
    requireEqual(GrayordinateMaps.read(Form.CIFTI, List.of(map)).values()[0], "cifti");
  }

  @Test
  void aSearchlightOfGiftiIsWrittenByHemisphere() throws IOException {
    searchlight(
            "01",
            "sub-01_hemi-L_space-ico_betas.func.gii",
            "sub-01_hemi-R_space-ico_betas.func.gii")
        .succeeds();
    var files = new ArrayList<Path>();
    for (String half : List.of("L", "R")) {
      files.add(
          folder.resolve(
              "sub-01/sub-01_task-nouns_hemi-%s_space-ico_desc-features_stat-similarity_statmap.func.gii"
                  .formatted(half)));
    }
    requireEqual(GrayordinateMaps.read(Form.GIFTI, files).values()[0], "gifti");
    Path json =
        folder.resolve(
            "sub-01/sub-01_task-nouns_space-ico_desc-features_stat-similarity_statmap.json");
    assertThat(Json.read(json).path("Meshes").size()).isEqualTo(2);
  }

  @Test
  void withoutAMeshItIsSaidBeforeAnythingIsComputed() {
    var words = new ArrayList<>(similarity("02", CIFTI));
    words.add("--searchlight");
    assertThat(Ran.mitchell(words.toArray()).failsWith(1).err())
        .contains(
            "a searchlight of participant 02, whose images are of vertices, is measured along the"
                + " mesh. Give the mesh of each hemisphere: --mesh LEFT.surf.gii,RIGHT.surf.gii");
    words.addAll(List.of("--mesh", LEFT));
    assertThat(Ran.mitchell(words.toArray()).failsWith(1).err())
        .contains("no mesh of cortex right");
    words.remove("--searchlight");
    assertThat(Ran.mitchell(words.toArray()).failsWith(2).err())
        .contains("--mesh goes with --searchlight");
  }

  /** The regions have as many vertices as numpy counts: testdata/surfaces/regions-gifti.tsv. */
  @Test
  void discsThatAreTooSmallAreCalledDiscs() {
    var words = new ArrayList<>(similarity("02", CIFTI));
    words.addAll(List.of("--searchlight", "--radius", "0.1", "--mesh", LEFT + "," + RIGHT));
    assertThat(Ran.mitchell(words.toArray()).failsWith(1).err())
        .contains(
            "participant 02: no disc of 0.1 mm has 10 vertices or more. Take a larger radius");
  }

  /** As {@code map} says it. */
  @Test
  void aMeshBesideVoxelsHasNoPart() {
    Path voxels = Path.of("testdata/analysis");
    var words = new ArrayList<Object>(List.of("similarity", "--subject", "T1", "--data", voxels));
    words.addAll(List.of("--features", voxels.resolve("features_T.csv"), "--permutations", "19"));
    words.addAll(List.of("--searchlight", "--mesh", LEFT + "," + RIGHT, "--out", folder));
    assertThat(Ran.mitchell(words.toArray()).succeeds().err())
        .contains("T1: the mesh has no part in this searchlight: the images are of");
  }

  @Test
  void regionsAreThoseOfTheVertices() throws IOException {
    var words =
        new ArrayList<>(
            similarity(
                "01",
                "sub-01_hemi-L_space-ico_betas.func.gii",
                "sub-01_hemi-R_space-ico_betas.func.gii"));
    words.addAll(List.of("--atlas", STUDY.resolve("atlas_hemi-L.label.gii")));
    String out = Ran.mitchell(words.toArray()).succeeds().out();
    List<String> counted = Files.readAllLines(STUDY.resolve("regions-gifti.tsv"));
    int compared = 0;
    for (String row : counted) {
      String[] cells = row.split("\t");
      if (Integer.parseInt(cells[2]) >= 10) {
        assertThat(out).contains("%s, %s voxels".formatted(cells[1], cells[2]));
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(4);
  }

  private static void requireEqual(float[] found, String what) {
    JsonNode expected = made().get(what);
    assertThat(found).hasSize(expected.size());
    int known = 0;
    for (int column = 0; column < found.length; column++) {
      if (expected.get(column).isNull()) {
        assertThat(found[column]).isNaN();
      } else {
        known++;
        assertThat((double) found[column])
            .as("column %d", column)
            .isCloseTo(expected.get(column).asDouble(), within(1e-6));
      }
    }
    assertThat(known).isGreaterThan(300);
  }

  private Ran searchlight(String subject, String... images) {
    var words = new ArrayList<>(similarity(subject, images));
    words.addAll(List.of("--searchlight", "--radius", 22, "--mesh", LEFT + "," + RIGHT));
    return Ran.mitchell(words.toArray());
  }

  private List<Object> similarity(String subject, String... images) {
    var words = new ArrayList<Object>(List.of("similarity", "--subject", subject));
    words.addAll(List.of("--features", STUDY.resolve("features.tsv")));
    words.addAll(List.of("--labels", STUDY.resolve("labels.tsv"), "--out", folder));
    words.addAll(List.of("--permutations", 9, "--resamples", 0, "--images"));
    for (String image : images) {
      words.add(STUDY.resolve(image));
    }
    return words;
  }

  private static CorticalMeshes meshes() throws IOException {
    return CorticalMeshes.read(
        List.of(
            new CorticalMeshes.Given(Optional.empty(), LEFT),
            new CorticalMeshes.Given(Optional.empty(), RIGHT)));
  }

  private static JsonNode made() {
    try {
      return Json.read(STUDY.resolve("discs.json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int[] ints(JsonNode array) {
    return IntStream.range(0, array.size()).map(i -> array.get(i).asInt()).toArray();
  }
}
