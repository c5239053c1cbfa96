package org.mitchell.cli.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitchell.cli.Ran;
import org.mitchell.nifti.NiftiHeader;
import org.mitchell.nifti.NiftiImage;
import org.mitchell.nifti.NiftiIntent;
import org.mitchell.nifti.NiftiWriter;
import org.mitchell.testing.SharedData;
import tools.jackson.databind.JsonNode;

/** {@code figure slices}, {@code glass} and {@code surface}, on maps of testdata/figures. */
class FigureCommandTest {
  private static final Path FIGURES = Path.of("testdata/figures");
  private static final Path MAP = FIGURES.resolve("planted-negative-x.nii.gz");
  private static final Path ANATOMY = FIGURES.resolve("anatomy.nii.gz");
  private static final Path PIAL = FIGURES.resolve("sphere-pial.surf.gii");
  private static final Path WHITE = FIGURES.resolve("sphere-white.surf.gii");
  private static final Path SULC = FIGURES.resolve("sphere-sulc.shape.gii");

  /** The last colour of the signed scale, which the value 5 has. */
  private static final int RED = 0xffb40426;

  /** Of a sheet, in dots; and around the brain, in mm. */
  private static final int MARGIN = 2 * 18;

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
        .anyMatch(text -> text.contains("shown: |r| ≥ 0.5"))
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
    Path map = fourVolumes();
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

  @Test
  void wrongOptionsAreUsage() {
    Path out = folder.resolve("a.png");
    Object[][] wrong = {
      {"slices", MAP, "--out", folder.resolve("a.gif"), "a.gif' where a name in .png or .svg"},
      {"slices", MAP, "--out", MAP, "planted-negative-x.nii.gz' where a name in .png or .svg"},
      {"slices", MAP, "--out", out, "--threshold", "-1", "--threshold: got -1.0"},
      {
        "slices", MAP, "--out", out, "--threshold", "NaN", "'--threshold': got 'NaN' where a number"
      },
      {"slices", MAP, "--out", out, "--vmax", "0", "--vmax: got 0.0"},
      {"slices", MAP, "--out", out, "--width", "20", "--width: got 20 where a number from 300"},
      {"slices", MAP, "--out", out, "--view", "top", "--view: got 'top' where axial"},
      {"slices", MAP, "--out", out, "--cuts", "a,b", "--cuts: got 'a,b' where places in mm"},
      {"slices", MAP, "--out", out, "--cuts", "0.5", "one place with its sign"},
      {"slices", MAP, "--out", out, "--cuts", "101", "from 1 to 100"},
      {"slices", MAP, "--out", out, "--theme", "blue", "light, dark"},
      {"glass", MAP, "--out", out, "--view", "top", "left, coronal, right, axial, sagittal"},
      {"surface", MAP, "--out", out, "--mesh"},
      {
        "surface",
        MAP,
        "--out",
        out,
        "--mesh",
        PIAL,
        "--white",
        WHITE + "," + WHITE,
        "--white: got 2"
      },
      {"surface", MAP, "--out", out, "--mesh", PIAL + "," + PIAL + "," + PIAL, "got 3 files"},
    };
    for (Object[] words : wrong) {
      Object[] typed = Arrays.copyOf(words, words.length - 1);
      assertThat(figure(List.of(typed)).failsWith(2).err())
          .contains(words[words.length - 1].toString());
    }
    assertThat(out).doesNotExist();
  }

  @Test
  void whatCannotBeDrawnIsSaid() throws IOException {
    Path out = folder.resolve("a.png");
    Path empty = written("empty.nii", header(3, 3, 3), new float[27]);
    var nothing = new float[27];
    Arrays.fill(nothing, Float.NaN);
    Path none = written("none.nii", header(3, 3, 3), nothing);
    Path far = written("far.nii", far(), ramp(27));
    Object[][] impossible = {
      {"slices", empty, "no voxel has a value"},
      {"slices", none, "no voxel has a value"},
      {"slices", MAP, "--background", far, "does not lie where the map does: it covers x 500"},
      {"slices", MAP, "--background", MAP.resolveSibling("nothing.nii"), "there is no such file"},
      {"slices", MAP, "--background", empty, "an image of one value only"},
      {"slices", MAP, "--mask", far, "no value lies inside the mask"},
      {"slices", MAP, "--mask", empty, "no voxel is above zero"},
      {"slices", MAP, "--background", fourVolumes(), "where a 3-D one is expected"},
      {"slices", MAP, "--cuts", "0,300", "z = 300 is outside the brain, which is at x −50"},
      {"slices", PIAL, "sphere-pial.surf.gii: a GIFTI file where a NIfTI image"},
      {"slices", "map.tsv.gz", "a table, whose voxels have no place in space"},
      {"glass", MAP, "--background", far, "does not lie where the map does"},
      {"surface", far, "--mesh", PIAL, "no vertex lies in the map: the mesh is at x −38"},
      {"surface", MAP, "--mesh", SULC, "0 arrays of points (NIFTI_INTENT_POINTSET)"},
      {"surface", MAP, "--mesh", MAP, "a NIfTI image where a GIFTI surface (.gii) is expected"},
      {"surface", MAP, "--mesh", PIAL + "," + PIAL, "both files are the left hemisphere"},
      {
        "surface",
        MAP,
        "--mesh",
        PIAL,
        "--white",
        "testdata/gifti/gzip-big-row.surf.gii",
        "6 vertices where the mesh that is sampled has 150"
      },
    };
    for (Object[] words : impossible) {
      Object[] typed = Arrays.copyOf(words, words.length - 1);
      assertThat(figure(List.of(typed), "--out", out).failsWith(1).err())
          .contains(words[words.length - 1].toString());
    }
    assertThat(out).doesNotExist();
  }

  @Test
  void aMapThatKnowsNoNanIsBrainWhereItIsNotZero() throws IOException {
    var values = new float[1_000];
    for (int i = 400; i < 600; i++) {
      values[i] = 1 + i % 7;
    }
    Path map = written("zeros.nii", header(10, 10, 10), values);

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
    Path map = written("plain.nii", NiftiHeader.builder(5, 5, 5).build(), ramp(125));
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

  private static Ran figure(List<?> words, Object... more) {
    return Ran.mitchell(
        Stream.of(Stream.of("figure"), words.stream(), Arrays.stream(more))
            .flatMap(part -> part)
            .toArray());
  }

  /** The first and the last column that has a colour; -1 where none has. */
  private static int[] bounds(BufferedImage image, int colour) {
    int[] bounds = {-1, -1};
    for (int x = 0; x < image.getWidth(); x++) {
      for (int y = 0; y < image.getHeight(); y++) {
        if (image.getRGB(x, y) == colour) {
          bounds[0] = bounds[0] < 0 ? x : bounds[0];
          bounds[1] = x;
        }
      }
    }
    return bounds;
  }

  /** Volume t has values up to t + 1. */
  private Path fourVolumes() throws IOException {
    var values = new float[4 * 125];
    for (int i = 0; i < values.length; i++) {
      values[i] = (i % 125 + 1) / 125f * (i / 125 + 1);
    }
    Files.writeString(
        folder.resolve("four.json"),
        "{\"Description\": \"Signatures\", \"Subject\": \"P1\", \"Simulated\": true,"
            + " \"VolumeNames\": [\"see\", \"hear\", \"eat\", \"run\"]}");
    return written("four.nii", header(5, 5, 5, 4), values);
  }

  private Path written(String name, NiftiHeader header, float[] values) throws IOException {
    Path file = folder.resolve(name);
    try (OutputStream stream = Files.newOutputStream(file)) {
      NiftiWriter.write(NiftiImage.of(header, values), stream);
    }
    return file;
  }

  private static float[] ramp(int count) {
    var values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = i + 1;
    }
    return values;
  }

  private static NiftiHeader header(int... dims) {
    return header(new double[] {-10, -10, -10}, dims);
  }

  private static NiftiHeader far() {
    return header(new double[] {502, 500, 500}, 3, 3, 3);
  }

  private static NiftiHeader header(double[] origin, int... dims) {
    double[][] affine = {
      {4, 0, 0, origin[0]}, {0, 4, 0, origin[1]}, {0, 0, 4, origin[2]}, {0, 0, 0, 1}
    };
    return NiftiHeader.builder(dims)
        .sform(affine, 4)
        .intent(NiftiIntent.of(NiftiIntent.CODE_ZSCORE, ""))
        .build();
  }
}
