package org.mitchell.gifti;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mitchell.files.InputException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files of testdata/gifti/make_fixtures.py, each read by nibabel too. */
class GiftiFixturesTest {
  private static final Path FOLDER = Path.of("testdata/gifti");
  private static final Path SPHERE = Path.of("testdata/figures/sphere-sulc.shape.gii");

  static Stream<Path> meshes() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".surf.gii")).sorted().toList().stream();
    }
  }

  @Test
  void allEncodingsAndOrdersAreThere() throws IOException {
    assertThat(meshes()).hasSize(3 * 2 * 2);
  }

  @ParameterizedTest
  @MethodSource("meshes")
  void aMeshIsTheSameInEveryEncoding(Path file) throws IOException {
    JsonNode expected = JsonMapper.shared().readTree(FOLDER.resolve("expected.json").toFile());

    SurfaceMesh mesh = SurfaceMesh.read(file, "");

    assertThat(mesh.points()).containsExactly(doubles(expected.path("points")).toArray());
    assertThat(mesh.triangles())
        .containsExactly(doubles(expected.path("triangles")).mapToInt(v -> (int) v).toArray());
    assertThat(mesh.hemisphere()).contains(Hemisphere.RIGHT);
    assertThat(mesh.vertices()).isEqualTo(6);
  }

  @Test
  void aFileMayBeGzippedAsAWhole(@TempDir Path folder) throws IOException {
    Path plain = FOLDER.resolve("base64-little-row.surf.gii");
    Path gzipped = folder.resolve("mesh.gii.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(gzipped))) {
      Files.copy(plain, out);
    }

    assertThat(SurfaceMesh.read(gzipped, "").points())
        .isEqualTo(SurfaceMesh.read(plain, "").points());
  }

  @Test
  void valuesOfVerticesAreReadWhereTheyBelongToTheMesh() throws IOException {
    double[] depths = VertexValues.read(SPHERE, 150);

    assertThat(depths).hasSize(150).startsWith((double) (float) (1 - 1 / 150.0));
    assertThatThrownBy(() -> VertexValues.read(SPHERE, 151))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("150 values where the mesh has 151 vertices");
    assertThatThrownBy(() -> VertexValues.read(FOLDER.resolve("ascii-big-row.surf.gii"), 6))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no values of vertices");
  }

  @Test
  void aMeshThatDoesNotSayItsSideHasNone() throws IOException {
    assertThat(SurfaceMesh.read(Path.of("testdata/figures/sphere-right.surf.gii"), "").hemisphere())
        .isEqualTo(Optional.empty());
  }

  private static DoubleStream doubles(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).mapToDouble(JsonNode::asDouble);
  }
}
