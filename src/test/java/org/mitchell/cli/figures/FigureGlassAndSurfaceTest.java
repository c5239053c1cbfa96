package org.mitchell.cli.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mitchell.cli.figures.PlantedMap.ANATOMY;
import static org.mitchell.cli.figures.PlantedMap.FIGURES;
import static org.mitchell.cli.figures.PlantedMap.MAP;
import static org.mitchell.cli.figures.PlantedMap.MARGIN;
import static org.mitchell.cli.figures.PlantedMap.PIAL;
import static org.mitchell.cli.figures.PlantedMap.RED;
import static org.mitchell.cli.figures.PlantedMap.SULC;
import static org.mitchell.cli.figures.PlantedMap.WHITE;
import static org.mitchell.cli.figures.PlantedMap.bounds;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mitchell.cli.Ran;
import org.mitchell.testing.SharedData;
import tools.jackson.databind.JsonNode;

/**
 * {@code figure glass} and {@code figure surface}: the sides of the brain, and how it is sampled.
 */
class FigureGlassAndSurfaceTest {
  @TempDir private Path folder;

  @Test
  void theGlassBrainHasItsHalvesAndSides() throws IOException {
    Path svg = folder.resolve("g.svg");
    JsonNode json =
        Ran.mitchell(
                "figure",
                "glass",
                MAP,
                "--threshold",
                "2",
                "--background",
                ANATOMY,
                "--out",
                svg,
                "--json")
            .succeeds()
            .json();

    assertThat(json.path("views").toString())
        .isEqualTo("[\"left\",\"coronal\",\"right\",\"axial\"]");
    assertThat(json.path("voxelsShown").asInt()).isEqualTo(17 + 17);
    assertThat(svg)
        .content()
        .contains(">left half<", ">from behind<", ">right half<", ">from above<", ">A<", ">P<");

    Ran.mitchell("figure", "glass", MAP, "--convention", "radiological", "--out", svg).succeeds();
    assertThat(svg).content().contains(">from the front<", ">from below<", ">left half<");

    // The blob of 5 is on the left, that of −3 on the right.
    Path half = folder.resolve("half.png");
    Ran.mitchell("figure", "glass", MAP, "--threshold", "2", "--view", "right", "--out", half)
        .succeeds();
    BufferedImage right = ImageIO.read(half.toFile());
    assertThat(bounds(right.getSubimage(MARGIN, 0, 600, right.getHeight()), RED)[1]).isEqualTo(-1);
    Ran.mitchell("figure", "glass", MAP, "--threshold", "2", "--view", "left", "--out", half)
        .succeeds();
    BufferedImage left = ImageIO.read(half.toFile());
    int[] red = bounds(left.getSubimage(MARGIN, 0, 600, left.getHeight()), RED);
    // From the left the front is at the left: y runs from 53.5 mm down to -73.5.
    JsonNode hot =
        Ran.json(FIGURES.resolve("expected.json"))
            .path("grids")
            .path("negative-x")
            .path("hot")
            .path("extent");
    double first = (53.5 - hot.path(1).path(1).asDouble()) / 127 * 600;
    double last = (53.5 - hot.path(0).path(1).asDouble()) / 127 * 600;
    assertThat((double) red[0]).isCloseTo(first, within(1.0));
    assertThat(red[1] + 1.0).isCloseTo(last, within(1.0));
  }

  @Test
  void theSurfaceSaysHowItWasSampled() throws IOException {
    Path svg = folder.resolve("s.svg");
    JsonNode nearest =
        Ran.mitchell("figure", "surface", MAP, "--mesh", PIAL, "--out", svg, "--json")
            .succeeds()
            .json();

    assertThat(svg)
        .content()
        .contains(">left, lateral<", ">left, medial<", "values of the voxel at each vertex")
        .contains("of the vertices lie in the map");
    JsonNode side = nearest.path("surfaces").path(0);
    assertThat(side.path("hemisphere").asString()).isEqualTo("left");
    assertThat(side.path("vertices").asInt()).isEqualTo(150);
    long inMap =
        Stream.of(Ran.json(FIGURES.resolve("expected.json")).path("sphere").path("nearest"))
            .flatMap(values -> values.valueStream())
            .filter(value -> !value.isNull())
            .count();
    assertThat(side.path("verticesInMap").asLong()).isEqualTo(inMap);

    Ran.mitchell(
            "figure",
            "surface",
            MAP,
            "--mesh",
            PIAL,
            "--white",
            WHITE,
            "--sulc",
            SULC,
            "--display",
            WHITE,
            "--view",
            "dorsal,ventral",
            "--out",
            svg)
        .succeeds();
    assertThat(svg)
        .content()
        .contains(">left, dorsal<", ">left, ventral<")
        .contains("mean of the voxels at 5 points from the white to the pial surface")
        .contains("meshes: sphere-pial.surf.gii", "drawn on: sphere-white.surf.gii");
  }

  @Test
  void aMapIsDrawnOnARealCortex() throws IOException {
    Path meshes = SharedData.file("anatomy/fsaverage5");
    String pial = meshes.resolve("pial_left.gii.gz") + "," + meshes.resolve("pial_right.gii.gz");
    Path png = folder.resolve("s.png");

    JsonNode json =
        Ran.mitchell(
                "figure",
                "surface",
                MAP,
                "--mesh",
                pial,
                "--threshold",
                "2",
                "--out",
                png,
                "--json")
            .succeeds()
            .json();

    assertThat(json.path("surfaces").path(1).path("hemisphere").asString()).isEqualTo("right");
    int hot = 0;
    int cold = 0;
    BufferedImage image = ImageIO.read(png.toFile());
    BufferedImage tiles = image.getSubimage(0, 0, image.getWidth() - 200, image.getHeight());
    for (int rgb :
        tiles.getRGB(0, 0, tiles.getWidth(), tiles.getHeight(), null, 0, tiles.getWidth())) {
      int red = rgb >> 16 & 0xff;
      int blue = rgb & 0xff;
      hot += red - blue > 80 ? 1 : 0;
      cold += blue - red > 80 ? 1 : 0;
    }
    assertThat(hot).as("dots of the blob that reaches the surface").isGreaterThan(50);
    assertThat(cold + hot).isLessThan(tiles.getWidth() * tiles.getHeight() / 20);
  }
}
