package org.mitchell.cli.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mitchell.cli.figures.MadeMaps.header;
import static org.mitchell.cli.figures.MadeMaps.ramp;
import static org.mitchell.cli.figures.PlantedMap.ANATOMY;
import static org.mitchell.cli.figures.PlantedMap.FIGURES;
import static org.mitchell.cli.figures.PlantedMap.MAP;
import static org.mitchell.cli.figures.PlantedMap.MARGIN;
import static org.mitchell.cli.figures.PlantedMap.PIAL;
import static org.mitchell.cli.figures.PlantedMap.RED;
import static org.mitchell.cli.figures.PlantedMap.bounds;
import static org.mitchell.cli.figures.PlantedMap.figure;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitchell.cli.Ran;
import org.mitchell.nifti.NiftiHeader;
import tools.jackson.databind.JsonNode;

/** {@code figure slices}, and what all figures of a map have in common. */
class FigureCommandTest {
  /** Around the brain, in mm. */
  private static final double AROUND = 3;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "negative-x, neurological", "positive-x, neurological", "oblique, neurological",
    "negative-x, radiological", "positive-x, radiological", "oblique, radiological"
  })
  void theBlobOnTheLeftIsAtItsSideAndPlace(String grid, String convention) throws IOException {
    Path map = FIGURES.resolve("planted-" + grid + ".nii.gz");
    JsonNode expected = Ran.json(FIGURES.resolve("expected.json")).path("grids").path(grid);
    Path png = folder.resolve("a.png");
    Ran.mitchell("figure", "slices", map, "--cuts", "+12", "--convention", convention, "--out", png)
        .succeeds();

    // The tile is the whole brain and a margin, 300 pixels wide.
    BufferedImage image = ImageIO.read(png.toFile());
    BufferedImage tile = image.getSubimage(MARGIN, 0, 600, image.getHeight());
    int[] red = bounds(tile, RED);
    JsonNode low = expected.path("extent").path(0);
    JsonNode high = expected.path("extent").path(1);
    double left = low.path(0).asDouble() - AROUND;
    double width = high.path(0).asDouble() + AROUND - left;
    boolean mirrored = convention.equals("radiological");
    double first = left + red[0] * width / 600;
    double last = left + (red[1] + 1) * width / 600;
    double from = mirrored ? left + left + width - last : first;
    double to = mirrored ? left + left + width - first : last;
    JsonNode hot = expected.path("hot").path("extent");
    assertThat(mirrored ? red[0] : 600 - red[1]).as("on its side").isGreaterThan(320);
    // An oblique voxel's slice is smaller than the box around the voxel.
    double slack = grid.equals("oblique") ? 4 : 0.4;
    assertThat(from).isCloseTo(hot.path(0).path(0).asDouble(), within(slack));
    assertThat(to).isCloseTo(hot.path(1).path(0).asDouble(), within(slack));

    Ran.mitchell("figure", "slices", map, "--cuts", "-25", "--out", png).succeeds();
    BufferedImage far = ImageIO.read(png.toFile());
    assertThat(bounds(far.getSubimage(MARGIN, 0, 600, far.getHeight()), RED)[1]).isEqualTo(-1);
  }

  /** The blob of 5 has a radius of 9 mm around -30, -20, 12. */
  @Test
  void linesLeadToThePeakInASliceThroughIt() throws IOException {
    Path svg = folder.resolve("p.svg");
    Ran.mitchell("figure", "slices", MAP, "--cuts", "peak", "--out", svg).succeeds();
    Matcher said =
        Pattern.compile("lines lead to the peak at ([^,]+), ([^,]+), ([^ <]+)")
            .matcher(Files.readString(svg));
    assertThat(said.find()).isTrue();
    double[] blob = {-30, -20, 12};
    double squares = 0;
    for (int axis = 0; axis < 3; axis++) {
      double mm = Double.parseDouble(said.group(axis + 1).replace('−', '-'));
      squares += (mm - blob[axis]) * (mm - blob[axis]);
    }
    assertThat(Math.sqrt(squares)).isLessThan(9);
    assertThat(longestLine("peak")).isGreaterThan(100);

    Ran.mitchell("figure", "slices", MAP, "--cuts", "-25", "--out", svg).succeeds();
    assertThat(svg).content().doesNotContain("lines lead");
    assertThat(longestLine("-25")).isLessThan(30);
  }

  /** Dots of the lines' colour above each other. */
  private int longestLine(String cuts) throws IOException {
    Path png = folder.resolve("p.png");
    Ran.mitchell("figure", "slices", MAP, "--cuts", cuts, "--out", png).succeeds();
    BufferedImage image = ImageIO.read(png.toFile());
    int longest = 0;
    for (int x = 0; x < image.getWidth(); x++) {
      int line = 0;
      for (int y = 0; y < image.getHeight(); y++) {
        line = image.getRGB(x, y) == 0xff5c5c5c ? line + 1 : 0;
        longest = Math.max(longest, line);
      }
    }
    return longest;
  }

  @Test
  void theScaleEndsWhereTheDataDo() {
    JsonNode scale =
        Ran.mitchell("figure", "slices", MAP, "--out", folder.resolve("a.png"), "--json")
            .succeeds()
            .json()
            .path("scale");

    assertThat(scale.path("low").asDouble()).isEqualTo(-5);
    assertThat(scale.path("high").asDouble()).isEqualTo(5);
    assertThat(scale.path("clipped").asBoolean()).isFalse();
  }

  @Test
  void theSvgIsWellFormedAndSaysWhereItWasCut() throws Exception {
    Path svg = folder.resolve("sub/a.svg");
    Ran ran =
        Ran.mitchell(
                "figure",
                "slices",
                MAP,
                "--cuts",
                "-12,0,12.5",
                "--threshold",
                "0.5",
                "--background",
                ANATOMY,
                "--label",
                "r & <z>",
                "--title",
                "Planted",
                "--out",
                svg)
            .succeeds();

    var document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(svg.toFile());
    var texts = new ArrayList<String>();
    var nodes = document.getElementsByTagName("text");
    for (int i = 0; i < nodes.getLength(); i++) {
      texts.add(nodes.item(i).getTextContent());
    }
    assertThat(texts)
        .contains("Planted", "z = −12", "z = 0", "z = 12.5", "L", "R", "r & <z>", "−5", "5")
        .anyMatch(text -> text.contains("shown: |r| ≥ .5"))
        .anyMatch(text -> text.contains("left is left (neurological) · coordinates in mm, MNI152"))
        .anyMatch(text -> text.contains("over anatomy.nii.gz"))
        .contains("planted-negative-x.nii.gz");
    assertThat(document.getElementsByTagName("image").getLength()).isEqualTo(3);
    assertThat(ran.out()).contains("voxels shown", svg.toString());
  }

  @Test
  void picturesAreTheSameEveryTime() throws IOException {
    for (String name : List.of("a.png", "a.svg")) {
      for (List<Object> command :
          List.<List<Object>>of(
              List.of("slices", MAP, "--view", "all", "--background", ANATOMY, "--clusters", MAP),
              List.of("glass", MAP, "--theme", "dark"),
              List.of("surface", MAP, "--mesh", PIAL))) {
        Path one = folder.resolve("one-" + name);
        Path other = folder.resolve("other-" + name);
        for (Path out : List.of(one, other)) {
          figure(command, "--out", out).succeeds();
        }
        assertThat(one).hasSameBinaryContentAs(other);
      }
    }
  }

  @Test
  void aVolumeIsChosenByNumberOrName() throws IOException {
    Path map = new MadeMaps(folder).fourVolumes();
    Path out = folder.resolve("v.svg");

    assertThat(Ran.mitchell("figure", "slices", map, "--out", out).failsWith(1).err())
        .contains("4 volumes", "--volume", "its number from 1 or its name: see, hear, eat, run");
    for (String volume : List.of("3", "eat")) {
      JsonNode json =
          Ran.mitchell("figure", "slices", map, "--volume", volume, "--out", out, "--json")
              .succeeds()
              .json();
      assertThat(json.path("volume").asString()).isEqualTo("eat");
      assertThat(json.path("scale").path("high").asDouble()).isEqualTo(3);
      assertThat(out).content().contains(">P1: Signatures: eat<", "SIMULATED data");
    }
    for (String volume : List.of("0", "5", "fly")) {
      assertThat(
              Ran.mitchell("figure", "slices", map, "--volume", volume, "--out", out)
                  .failsWith(1)
                  .err())
          .contains("no volume '" + volume + "'");
    }
  }

  @Test
  void aMapThatKnowsNoNanIsBrainWhereItIsNotZero() throws IOException {
    var values = new float[1_000];
    for (int i = 400; i < 600; i++) {
      values[i] = 1 + i % 7;
    }
    Path map = new MadeMaps(folder).written("zeros.nii", header(10, 10, 10), values);

    JsonNode json =
        Ran.mitchell("figure", "slices", map, "--out", folder.resolve("z.png"), "--json")
            .succeeds()
            .json();

    assertThat(json.path("voxelsShown").asInt()).isEqualTo(200);
    assertThat(json.path("scale").path("low").asDouble()).isEqualTo(1);
    assertThat(json.path("scale").path("high").asDouble()).isEqualTo(7);
  }

  @Test
  void aFileWithoutOrientationDoesNotPretendToKnowItsSides() throws IOException {
    Path map =
        new MadeMaps(folder).written("plain.nii", NiftiHeader.builder(5, 5, 5).build(), ramp(125));
    Path svg = folder.resolve("p.svg");

    Ran.mitchell("figure", "slices", map, "--out", svg).succeeds();

    assertThat(svg).content().contains("does not say which side is which");
  }

  @Test
  void nothingAboveTheThresholdIsToldAndDrawn() {
    Ran ran =
        Ran.mitchell("figure", "slices", MAP, "--threshold", "6", "--out", folder.resolve("n.png"))
            .succeeds();

    assertThat(ran.err()).contains("no value reaches the threshold 6.0: they go from -3.0 to 5.0");
    assertThat(folder.resolve("n.png")).exists();
  }

  @ParameterizedTest
  @ValueSource(strings = {"slices", "glass", "surface"})
  void helpIsThere(String command) {
    assertThat(Ran.mitchell("figure", command, "--help").succeeds().out())
        .contains("--threshold", "--theme", "--out", "light");
  }
}
