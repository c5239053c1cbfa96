package org.mitchell.cli.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mitchell.cli.Ran;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Vertices without cortex in {@code figure surface}; testdata/surfaces/make_wall.py made the maps.
 */
class MedialWallTest {
  private static final Path STUDY = Path.of("testdata/surfaces");
  private static final String MESHES =
      STUDY.resolve("hemi-L_midthickness.surf.gii")
          + ","
          + STUDY.resolve("hemi-R_midthickness.surf.gii");

  /** Of 162 a hemisphere. */
  private static final int WITH_CORTEX = 147;

  private static final int ALL = 162;

  @TempDir private Path folder;

  /** The smallest value is 1.5, and the scale begins there: zeros of the wall are none. */
  @ParameterizedTest
  @CsvSource({"wall_hemi-L.func.gii", "nan_hemi-R.func.gii", "wall.dscalar.nii"})
  void theMedialWallHasNoValues(String map) {
    JsonNode json = figure(map);
    assertThat(json.path("verticesShown").asInt()).isEqualTo(2 * WITH_CORTEX);
    assertThat(json.path("surfaces").path(0).path("verticesInMap").asInt()).isEqualTo(WITH_CORTEX);
    assertThat(json.path("scale").path("low").asDouble()).isEqualTo(1.5);
  }

  @Test
  void scatteredZerosAreValues() {
    JsonNode json = figure("scattered_hemi-L.func.gii");
    assertThat(json.path("verticesShown").asInt()).isEqualTo(2 * ALL);
    assertThat(json.path("scale").path("low").asDouble()).isZero();
  }

  /** Eight of the fifteen zeros are zero in the second map too. */
  @Test
  void aVertexWithAValueInAnotherMapOfTheFileIsCortex() {
    JsonNode json = figure("wall2_hemi-L.func.gii", "--volume", "1");
    assertThat(json.path("verticesShown").asInt()).isEqualTo(2 * (ALL - 8));
  }

  @Test
  void aMaskSaysWhereTheCortexIs() {
    Path mask = STUDY.resolve("wall_mask_hemi-L.func.gii");
    JsonNode json = figure("scattered_hemi-L.func.gii", "--mask", mask);
    assertThat(json.path("surfaces").path(1).path("verticesInMap").asInt()).isEqualTo(WITH_CORTEX);
    assertThat(
            Ran.mitchell(
                    "figure",
                    "surface",
                    STUDY.resolve("wall.dscalar.nii"),
                    "--mesh",
                    MESHES,
                    "--mask",
                    mask,
                    "--out",
                    folder.resolve("x.png"))
                .failsWith(1)
                .err())
        .contains("a mask of another form than the images: CIFTI (.dscalar.nii) is expected");
  }

  @Test
  void whatIsTakenForTheWallIsSaid() {
    assertThat(
            Ran.mitchell(
                    "figure",
                    "surface",
                    STUDY.resolve("wall_hemi-L.func.gii"),
                    "--mesh",
                    MESHES,
                    "--out",
                    folder.resolve("x.png"))
                .succeeds()
                .err())
        .contains("15 vertices of the left hemisphere, zero and in one patch, are taken to have no")
        .contains("15 vertices of the right hemisphere");
  }

  /** The whole mesh is nearer to white, and the wall's dots darker than any below a threshold. */
  @Test
  void theWallIsGreyAndDarkerThanCortexBelowTheThreshold() throws IOException {
    figure("wall_hemi-L.func.gii", "--threshold", "9");
    List<Integer> greys = greys(ImageIO.read(folder.resolve("x.png").toFile()));
    assertThat(greys).anyMatch(grey -> grey > 0x70 && grey <= 0x7c);
    long before = greys.stream().filter(grey -> grey <= 0x7c && grey > 0x70).count();
    figure("scattered_hemi-L.func.gii", "--threshold", "9");
    greys = greys(ImageIO.read(folder.resolve("x.png").toFile()));
    assertThat(greys.stream().filter(grey -> grey <= 0x7c && grey > 0x70).count())
        .isLessThan(before / 4);
  }

  /** The strength of every dot whose three parts are alike to a few steps. */
  private static List<Integer> greys(BufferedImage image) {
    var greys = new ArrayList<Integer>();
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        var colour = new Color(image.getRGB(x, y));
        if (Math.abs(colour.getRed() - colour.getBlue()) <= 4) {
          greys.add(colour.getRed());
        }
      }
    }
    return greys;
  }

  private JsonNode figure(String map, Object... more) {
    var words =
        new ArrayList<Object>(
            List.of("figure", "surface", STUDY.resolve(map), "--mesh", MESHES, "--json"));
    words.addAll(List.of("--out", folder.resolve("x.png")));
    words.addAll(List.of(more));
    return new ObjectMapper().readTree(Ran.mitchell(words.toArray()).succeeds().out());
  }
}
