package org.mitchell.cli.maps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mitchell.cli.Programs;
import org.mitchell.cli.Ran;
import org.mitchell.gifti.VertexMaps;

/** Clusters and groups of participants whose images are on surfaces. */
class SurfaceClustersTest {
  private static final Path STUDY = StudyOnSurfaces.FILES;
  private static final String LEFT = STUDY.resolve("hemi-L_midthickness.surf.gii").toString();
  private static final String MESHES = LEFT + "," + STUDY.resolve("hemi-R_midthickness.surf.gii");

  @TempDir private static Path folder;

  @BeforeAll
  static void fitAll() {
    var study = new StudyOnSurfaces(folder);
    for (String subject : List.of("01", "02", "03")) {
      study.fitGifti(subject, subject, "gifti", "L", "R");
    }
    study.fitCifti("02", "cifti");
    study.fitGifti("04", "01", "gifti", "L");
  }

  @Test
  void withoutAMeshItIsSaidWhatIsMissing() {
    assertThat(map("01", "gifti").succeeds().out())
        .contains(
            "no clusters: nothing says which vertices are neighbours."
                + " Give the mesh of each hemisphere: --mesh LEFT.surf.gii,RIGHT.surf.gii");
    assertThat(map("01", "gifti", "--stat", "tfce", "--permutations", "9").failsWith(1).err())
        .contains("these are vertices. Give the mesh of each hemisphere: --mesh");
  }

  @Test
  void aHemisphereWithoutAFileIsWrongUsage() {
    assertThat(map("01", "gifti", "--mesh", "left=").failsWith(2).err())
        .contains("--mesh: got 'left=' where left=FILE is expected");
  }

  @Test
  void clustersOfAMapWithAMeshDoNotOutliveOneWithout() throws IOException {
    map("01", "gifti", "--mesh", MESHES).succeeds();
    assertThat(names("gifti/sub-01")).anyMatch(name -> name.contains("desc-clusters"));
    map("01", "gifti").succeeds();
    assertThat(names("gifti/sub-01")).noneMatch(name -> name.contains("stat-r_desc-clusters"));
  }

  @Test
  void aTableOfClustersSaysStructureAndVertex() throws IOException {
    String out = map("02", "cifti", "--mesh", MESHES).succeeds().out();
    assertThat(out).contains("joined by the mesh's edges, voxels by contiguity 18");
    List<String> rows =
        Files.readAllLines(
            folder.resolve("cifti/sub-02/sub-02_task-nouns_space-ico_stat-r_desc-clusters.tsv"));
    assertThat(rows.get(0))
        .isEqualTo(
            "Cluster ID\tStructure\tVertex\tX\tY\tZ\tPeak Stat\tCluster Size\tCluster Size"
                + " (mm2)\tCluster Size (mm3)\tRegion");
    assertThat(rows)
        .anyMatch(row -> row.matches("[0-9]+\tthalamus left\tn/a\t.*\tn/a\t[0-9]+\tn/a"));
    assertThat(rows)
        .anyMatch(row -> row.matches("[0-9]+\tcortex right\t[0-9]+\t.*\t[0-9]+\tn/a\tn/a"));
    assertThat(rows)
        .anyMatch(row -> row.matches("[0-9]+\tcortex left\t[0-9]+\t.*\t[0-9]+\tn/a\tn/a"));
  }

  @Test
  void theReportHasTheClustersOfVertices() throws IOException {
    map("02", "cifti", "--mesh", MESHES).succeeds();
    Path report = folder.resolve("report.html");
    Ran.mitchell("report", "--subject", "02", "--model", folder.resolve("cifti"), "--out", report)
        .succeeds();
    assertThat(Files.readString(report))
        .contains("Structure and vertex", "cortex left 59", "thalamus left", "mm\u00b2")
        .doesNotContain("make no clusters");
  }

  @ParameterizedTest
  @CsvSource({
    "hemi-L_coarse.surf.gii, 42 vertices where the images have 162 of cortex left",
    "hemi-L_midthickness.surf.gii, no mesh of cortex right",
    "unnamed.surf.gii, says which hemisphere it is of. Say it in front: left=",
    "map_hemi-L.func.gii, 0 arrays of points"
  })
  void aMeshThatDoesNotFitIsRefused(String mesh, String expected) {
    assertThat(map("01", "gifti", "--mesh", "" + STUDY.resolve(mesh)).failsWith(1).err())
        .contains(expected);
  }

  @Test
  void aHemisphereIsWhatTheFileSays() {
    assertThat(map("01", "gifti", "--mesh", "right=" + LEFT).failsWith(1).err())
        .contains("says the left hemisphere where the right one is expected");
    String unnamed = "left=" + STUDY.resolve("unnamed.surf.gii");
    map("04", "gifti", "--mesh", unnamed).succeeds();
  }

  @Test
  void tfceFindsWhereTheClustersAre() {
    String out =
        map("01", "gifti", "--mesh", MESHES, "--stat", "tfce", "--permutations", "99")
            .succeeds()
            .out();
    assertThat(out).containsPattern("[0-9]+ clusters, joined by the mesh's edges");
  }

  @Test
  void aGroupOfOneSurfaceHasTheMeanAtEveryVertex() throws IOException {
    String out =
        map("01,02", "gifti", "--mesh", MESHES, "--group", "mean", "--permutations", "9")
            .succeeds()
            .out();
    assertThat(out)
        .contains("324 voxels that all participants have, of 324 that any has")
        .contains("joined by the mesh's edges");
    float[][] own = {read("gifti/sub-01/sub-01"), read("gifti/sub-02/sub-02")};
    float[] mean = read("gifti/group/group-mean");
    for (int v = 0; v < mean.length; v++) {
      assertThat(mean[v]).isCloseTo((own[0][v] + own[1][v]) / 2, within(1e-6f));
    }
  }

  @Test
  void aGroupOfOtherSurfacesIsRefusedWithBothNumbers() {
    assertThat(map("01,03", "gifti", "--group", "mean").failsWith(1).err())
        .contains(
            "participants 01 and 03 lie on different surfaces: 162 vertices of cortex left, 162"
                + " vertices of cortex right; and 42 vertices of cortex left, 42 vertices of"
                + " cortex right");
    assertThat(map("01,04", "gifti", "--group", "mean").failsWith(1).err())
        .contains("162 vertices of cortex right; and 162 vertices of cortex left.");
  }

  /** The workbench finds the same clusters: as many vertices, and the same ones. */
  @Test
  @Tag("external")
  void theWorkbenchFindsTheSameClusters() throws Exception {
    map(
            "01",
            "gifti",
            "--mesh",
            LEFT + "," + STUDY.resolve("hemi-R_midthickness.surf.gii"),
            "--cluster-size",
            "1",
            "--out",
            "" + folder.resolve("wb"))
        .succeeds();
    String start = "wb/sub-01/sub-01_task-nouns_hemi-L_space-ico_stat-r_";
    Path theirs = folder.resolve("wb.func.gii");
    Programs.wbCommand(
        "-metric-find-clusters",
        LEFT,
        folder.resolve(start + "statmap.func.gii"),
        "0.28",
        "0",
        theirs);
    Ran same =
        Programs.python(
            folder,
            "-c",
            """
            import sys, numpy as np, nibabel as nib
            own, theirs = [nib.load(f).darrays[0].data for f in sys.argv[1:]]
            pairs = {(a, b) for a, b in zip(own, theirs)}
            print(len(pairs) == len(set(own)) == len(set(theirs)), len(pairs) > 2)
            """,
            folder.resolve(start + "desc-clusters_dseg.func.gii"),
            theirs);
    assertThat(same.out().strip()).as(same.err()).isEqualTo("True True");
  }

  private float[] read(String start) throws IOException {
    return VertexMaps.read(
            folder.resolve(start + "_task-nouns_hemi-L_space-ico_stat-r_statmap.func.gii"))
        .maps()[0];
  }

  private List<String> names(String of) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(of))) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  /** Without null maps, unless asked for. */
  private Ran map(String subjects, String model, String... more) {
    Path at = folder.resolve(model);
    Stream<Object> words = Stream.of("map", "--subject", subjects, "--model", at);
    List<String> given = List.of(more);
    Stream<Object> usual =
        given.contains("--permutations") ? Stream.of() : Stream.of("--permutations", "0");
    Stream<Object> out = given.contains("--out") ? Stream.of() : Stream.of("--out", at);
    return Ran.mitchell(Stream.of(words, usual, out, given.stream()).flatMap(s -> s).toArray());
  }
}
