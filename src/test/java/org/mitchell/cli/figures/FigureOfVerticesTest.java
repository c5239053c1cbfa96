package org.mitchell.cli.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitchell.cli.Ran;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** {@code figure surface} of maps that have a value a vertex. */
class FigureOfVerticesTest {
  private static final Path STUDY = Path.of("testdata/surfaces");
  private static final String MESHES =
      STUDY.resolve("hemi-L_midthickness.surf.gii")
          + ","
          + STUDY.resolve("hemi-R_midthickness.surf.gii");

  @TempDir private Path folder;

  /** The map has 39 + 19 and 19 + 3 vertices at .75 or more, as make_surfaces.py counts them. */
  @ParameterizedTest
  @ValueSource(strings = {"map_hemi-L.func.gii", "map_hemi-R.func.gii"})
  void bothHemispheresOfGiftiAreDrawn(String map) throws IOException {
    Path picture = folder.resolve("map.png");
    JsonNode json = figure(map, picture, MESHES);
    assertThat(json.path("verticesShown").asInt()).isEqualTo(39 + 19 + 19 + 3);
    assertThat(json.path("sampling").asString()).isEqualTo("values of the vertices");
    assertThat(json.path("surfaces").size()).isEqualTo(2);
    assertThat(ImageIO.read(picture.toFile()).getWidth()).isGreaterThan(300);
  }

  /** Vertices that the images do not have stay grey. */
  @Test
  void ciftiIsDrawnWhereItHasVertices() throws IOException {
    JsonNode json = figure("map.dscalar.nii", folder.resolve("map.svg"), MESHES);
    assertThat(json.path("verticesShown").asInt()).isEqualTo(34 + 16 + 19 + 2);
    assertThat(json.path("surfaces").path(0).path("verticesInMap").asInt()).isEqualTo(148);
    assertThat(json.path("surfaces").path(1).path("verticesInMap").asInt()).isEqualTo(150);
  }

  @Test
  void aMeshOfAnotherNumberOfVerticesIsRefused() {
    String coarse = STUDY.resolve("hemi-L_coarse.surf.gii").toString();
    assertThat(
            Ran.mitchell(
                    "figure",
                    "surface",
                    STUDY.resolve("map_hemi-L.func.gii"),
                    "--mesh",
                    coarse,
                    "--out",
                    folder.resolve("x.png"))
                .failsWith(1)
                .err())
        .contains("42 vertices where the map has 162 of the left hemisphere");
  }

  @ParameterizedTest
  @ValueSource(strings = {"slices", "glass"})
  void picturesOfVoxelsSayWhereVerticesAreDrawn(String kind) {
    assertThat(
            Ran.mitchell(
                    "figure",
                    kind,
                    STUDY.resolve("map_hemi-L.func.gii"),
                    "--out",
                    folder.resolve("x.png"))
                .failsWith(1)
                .err())
        .contains("values of vertices of surfaces, where voxels are drawn", "(figure surface)");
  }

  private JsonNode figure(String map, Path out, String meshes) {
    return new ObjectMapper()
        .readTree(
            Ran.mitchell(
                    "figure",
                    "surface",
                    STUDY.resolve(map),
                    "--mesh",
                    meshes,
                    "--threshold",
                    ".75",
                    "--positive",
                    "--out",
                    out,
                    "--json")
                .succeeds()
                .out());
  }
}
