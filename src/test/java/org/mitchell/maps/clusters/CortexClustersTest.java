package org.mitchell.maps.clusters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitchell.files.Json;
import org.mitchell.fmri.Grayordinates;
import org.mitchell.fmri.Grayordinates.Form;
import org.mitchell.fmri.Space;
import org.mitchell.maps.grayordinates.CorticalMeshes;
import org.mitchell.maps.grayordinates.GrayordinateMaps;
import tools.jackson.databind.JsonNode;

/** Clusters of vertices against scipy's connected components of the mesh's edges. */
class CortexClustersTest {
  private static final Path STUDY = Path.of("testdata/surfaces");

  @ParameterizedTest
  @ValueSource(strings = {"L", "R"})
  void clustersAreScipysComponentsOfTheEdges(String half) throws IOException {
    Clusters clusters = clusters(Form.GIFTI, "map_hemi-" + half + ".func.gii");
    List<JsonNode> expected = byPeak(half);
    assertThat(clusters.list()).hasSize(expected.size()).hasSizeGreaterThan(1);
    for (int c = 0; c < expected.size(); c++) {
      Cluster cluster = clusters.list().get(c);
      assertThat(cluster.columns()).containsExactly(ints(expected.get(c).get("vertices")));
      assertThat(cluster.peaks().stream().mapToInt(Peak::column).toArray())
          .containsExactly(ints(expected.get(c).get("peaks")));
      Neighbourhood.Extent extent = clusters.neighbourhood().extent(cluster);
      assertThat(extent.unit()).isEqualTo(Neighbourhood.Unit.MM2);
      assertThat(extent.value()).isCloseTo(expected.get(c).get("mm2").asDouble(), within(1e-3));
    }
  }

  @Test
  void verticesAndVoxelsOfCiftiMakeClustersOfTheirOwn() throws IOException {
    Clusters clusters = clusters(Form.CIFTI, "map.dscalar.nii");
    var found = new ArrayList<List<Integer>>();
    for (Cluster cluster : clusters.list()) {
      found.add(IntStream.of(cluster.columns()).boxed().toList());
    }
    var expected = new ArrayList<List<Integer>>();
    expected().get("cifti").forEach(c -> expected.add(IntStream.of(ints(c)).boxed().toList()));
    assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
    Cluster voxels =
        clusters.list().stream().filter(c -> c.columns()[0] >= 298).findFirst().orElseThrow();
    Neighbourhood.Extent extent = clusters.neighbourhood().extent(voxels);
    assertThat(extent.unit()).isEqualTo(Neighbourhood.Unit.MM3);
    assertThat(extent.value()).isEqualTo(64.0 * voxels.size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"L", "R"})
  void enhancementIsThatOfOneThresholdAfterAnother(String half) throws IOException {
    Path file = STUDY.resolve("map_hemi-" + half + ".func.gii");
    float[] map = GrayordinateMaps.read(Form.GIFTI, List.of(file)).values()[0];
    var values = new double[map.length];
    for (int v = 0; v < values.length; v++) {
      values[v] = map[v];
    }
    double[] enhanced = Tfce.on(neighbourhood(Form.GIFTI, file)).of(values);
    JsonNode expected = expected().get("tfce").get(half);
    for (int v = 0; v < values.length; v++) {
      assertThat(enhanced[v])
          .as("vertex %d", v)
          .isCloseTo(expected.get(v).asDouble(), within(1e-9));
    }
  }

  /** Without one of them the two ends of a chain of vertices do not touch. */
  @Test
  void aVertexThatIsNoColumnJoinsNothing() throws IOException {
    Path file = STUDY.resolve("map_hemi-L.func.gii");
    CortexNeighbourhood whole = neighbourhood(Form.GIFTI, file);
    int[] around = whole.contacts().of(0);
    int[] without = IntStream.range(1, whole.places().columns()).toArray();
    var half = CortexNeighbourhood.of(whole.places().select(without), meshes(), Contiguity.FACES);
    assertThat(whole.contacts().of(0)).hasSize(5);
    for (int vertex : around) {
      assertThat(half.contacts().of(vertex - 1)).hasSize(whole.contacts().of(vertex).length - 1);
    }
  }

  /** A level patch is one peak, at the vertex nearest to its middle, and none on a slope. */
  @Test
  void aLevelPatchIsOnePeak() throws IOException {
    Path file = STUDY.resolve("map_hemi-L.func.gii");
    CortexNeighbourhood whole = neighbourhood(Form.GIFTI, file);
    var values = new float[whole.places().columns()];
    var forming = new boolean[values.length];
    Arrays.fill(forming, true);
    Arrays.fill(values, 1);
    values[0] = 2;
    for (int vertex : whole.contacts().of(0)) {
      values[vertex] = 2;
    }
    Clusters clusters = Clusters.of(values, forming, 1, ClusterFinder.on(whole));
    assertThat(clusters.list()).hasSize(1);
    assertThat(clusters.list().get(0).peaks()).hasSize(1);
    assertThat(clusters.list().get(0).maximum().column()).isZero();
  }

  private static Clusters clusters(Form form, String name) throws IOException {
    Path file = STUDY.resolve(name);
    float[] map = GrayordinateMaps.read(form, List.of(file)).values()[0];
    var forming = new boolean[map.length];
    for (int v = 0; v < map.length; v++) {
      forming[v] = map[v] >= (float) expected().get("threshold").asDouble();
    }
    return Clusters.of(map, forming, 1, ClusterFinder.on(neighbourhood(form, file)));
  }

  private static CortexNeighbourhood neighbourhood(Form form, Path file) throws IOException {
    GrayordinateMaps maps = GrayordinateMaps.read(form, List.of(file));
    int[] all = IntStream.range(0, maps.models().count()).toArray();
    return CortexNeighbourhood.of(
        Grayordinates.of(form, maps.models(), Space.INDIVIDUAL, all), meshes(), Contiguity.EDGES);
  }

  private static CorticalMeshes meshes() throws IOException {
    return CorticalMeshes.read(
        List.of(given("hemi-R_midthickness.surf.gii"), given("hemi-L_midthickness.surf.gii")));
  }

  private static CorticalMeshes.Given given(String name) {
    return new CorticalMeshes.Given(Optional.empty(), STUDY.resolve(name));
  }

  /** By the value of the highest peak, which is the first vertex of each. */
  private static List<JsonNode> byPeak(String half) throws IOException {
    Path file = STUDY.resolve("map_hemi-" + half + ".func.gii");
    float[] map = GrayordinateMaps.read(Form.GIFTI, List.of(file)).values()[0];
    return StreamSupport.stream(expected().get("clusters").get(half).spliterator(), false)
        .sorted(Comparator.comparing(c -> -map[c.get("peaks").get(0).asInt()]))
        .toList();
  }

  private static int[] ints(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).mapToInt(JsonNode::asInt).toArray();
  }

  private static JsonNode expected() throws IOException {
    return Json.read(STUDY.resolve("expected.json"));
  }
}
