package org.mitchell.cli.maps;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitchell.cli.Ran;
import org.mitchell.nifti.NiftiHeader;
import org.mitchell.nifti.NiftiImage;
import org.mitchell.nifti.NiftiIntent;
import org.mitchell.nifti.NiftiWriter;
import tools.jackson.databind.JsonNode;

/** Images of which a part, or the header, would make a program believe what is not so. */
class ImagesThatMisleadTest {
  /** Voxels from left to right, of 3 mm. */
  private static final double[][] AFFINE = {
    {3, 0, 0, -12}, {0, 3, 0, -12}, {0, 0, 3, -12}, {0, 0, 0, 1}
  };

  private static final int SIDE = 9;

  @TempDir private Path folder;

  /** In a box of zeros a ball of 57 voxels (i^2 + j^2 + k^2 < 6), of values from 1 on. */
  private static float[] ball() {
    var values = new float[SIDE * SIDE * SIDE];
    int n = 0;
    for (int v = 0; v < values.length; v++) {
      int i = v % SIDE - 4;
      int j = v / SIDE % SIDE - 4;
      int k = v / SIDE / SIDE - 4;
      if (i * i + j * j + k * k < 6) {
        values[v] = 1 + n++ / 100f;
      }
    }
    return values;
  }

  private static int ballSize() {
    int size = 0;
    for (float value : ball()) {
      size += value != 0 ? 1 : 0;
    }
    return size;
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void oneVoxelThatIsNoNumberDoesNotMakeZeroData(float odd) throws IOException {
    assertThat(ballSize()).isEqualTo(57);
    for (int place : new int[] {0, ballCentre()}) {
      float[] values = ball();
      values[place] = odd;
      Ran ran =
          Ran.mitchell(
                  "figure", "glass", image("t.nii", header(), values), "--out", png(), "--json")
              .succeeds();
      int expected = place == 0 ? 57 : 56;
      assertThat(ran.json().path("voxelsShown").asInt()).isEqualTo(expected);
      assertThat(ran.err()).contains("1 voxel has no finite value and is not shown");
    }
  }

  @Test
  void oneVoxelThatIsNoNumberDoesNotMakeAMapOfPSignificant() throws IOException {
    float[] p = ball();
    for (int v = 0; v < p.length; v++) {
      p[v] = p[v] == 0 ? 0 : 0.5f;
    }
    p[ballCentre()] = 0.0004f;
    p[ballCentre() + 1] = Float.NaN;
    p[ballCentre() + 2] = -1;
    NiftiHeader header =
        NiftiHeader.builder(SIDE, SIDE, SIDE)
            .sform(AFFINE, 4)
            .intent(NiftiIntent.of(NiftiIntent.CODE_PVAL, ""))
            .build();
    Ran ran =
        Ran.mitchell(
                "figure",
                "slices",
                image("p.nii", header, p),
                "--threshold",
                "0.001",
                "--cuts",
                "peak",
                "--out",
                png(),
                "--json")
            .succeeds();
    assertThat(ran.json().path("voxelsShown").asInt()).isEqualTo(1);
    assertThat(ran.json().path("cuts").path(0).path("mm").asDouble()).isZero();
    assertThat(ran.err()).contains("1 voxel has a p outside 0 to 1");
  }

  /** What surrounds the brain decides, so that a brain of zeros in NaN stays one. */
  @Test
  void zerosInsideNanAreValues() throws IOException {
    float[] values = ball();
    for (int v = 0; v < values.length; v++) {
      values[v] = values[v] == 0 ? Float.NaN : values[v] > 1.1f ? 0 : 2;
    }
    JsonNode json =
        Ran.mitchell("figure", "glass", image("n.nii", header(), values), "--out", png(), "--json")
            .succeeds()
            .json();
    assertThat(json.path("voxelsShown").asInt()).isEqualTo(57);
    assertThat(json.path("scale").path("low").asDouble()).isZero();
  }

  @Test
  void theCaptionCountsBothSides() throws IOException {
    float[] values = ball();
    for (int v = 0; v < values.length / 2; v++) {
      values[v] = -values[v];
    }
    long above = count(values, 1.2f);
    long below = count(negated(values), 1.2f);
    Path svg = folder.resolve("both.svg");
    Ran ran =
        Ran.mitchell(
                "figure",
                "glass",
                image("b.nii", header(), values),
                "--threshold",
                "1.2",
                "--out",
                svg,
                "--json")
            .succeeds();
    assertThat(above).isPositive();
    assertThat(below).isPositive();
    assertThat(ran.json().path("voxelsShownAbove").asLong()).isEqualTo(above);
    assertThat(ran.json().path("voxelsShownBelow").asLong()).isEqualTo(below);
    assertThat(svg)
        .content()
        .contains(
            "shown: |value| ≥ 1.2 (%d voxels: %d above zero, %d below)"
                .formatted(above + below, above, below));
  }

  @Test
  void anImageThatDoesNotSayWhereItLiesPlacesNothing() throws IOException {
    Path unplaced =
        image("u.nii", NiftiHeader.builder(SIDE, SIDE, SIDE).sform(AFFINE, 0).build(), ball());
    Path placed = image("p.nii", header(), ball());
    Path mesh = Path.of("testdata/figures/sphere-pial.surf.gii");
    Object[][] refused = {
      {"simulate", "--subject", "T9", "--mask", unplaced, "--out", folder.resolve("sim")},
      {
        "fit",
        "--subject",
        "T1",
        "--data",
        Ran.T1,
        "--features",
        Ran.FEATURES,
        "--coords",
        Ran.ANALYSIS.resolve("T1_coords_ijk.tsv"),
        "--affine",
        unplaced,
        "--out",
        folder
      },
      {"figure", "slices", placed, "--mask", unplaced, "--out", png()},
      {"figure", "slices", placed, "--background", unplaced, "--out", png()},
      {"figure", "slices", placed, "--clusters", unplaced, "--out", png()},
      {"figure", "glass", placed, "--background", unplaced, "--out", png()},
    };
    for (Object[] words : refused) {
      assertThat(Ran.mitchell(words).failsWith(1).err())
          .contains("u.nii: this NIfTI header does not say where the image lies");
    }
    assertThat(
            Ran.mitchell("figure", "surface", unplaced, "--mesh", mesh, "--out", png())
                .failsWith(1)
                .err())
        .contains("the NIfTI header of the map u.nii does not say where it lies");
    assertThat(
            Ran.mitchell("figure", "slices", unplaced, "--mask", placed, "--out", png())
                .failsWith(1)
                .err())
        .contains("p.nii: the NIfTI header of the map u.nii does not say where it lies");
    // Two guesses of one grid are the same guess.
    Ran.mitchell("figure", "slices", unplaced, "--mask", unplaced, "--out", png()).succeeds();
  }

  @Test
  void aMaskMayHaveAFourthAxisOfOne() throws IOException {
    NiftiHeader header = NiftiHeader.builder(SIDE, SIDE, SIDE, 1).sform(AFFINE, 4).build();
    Path mask = image("m.nii", header, ball());
    JsonNode json =
        Ran.mitchell(
                "simulate",
                "--subject",
                "T9",
                "--mask",
                mask,
                "--presentations",
                "2",
                "--out",
                folder.resolve("sim"),
                "--json")
            .succeeds()
            .json();
    assertThat(json.path("voxels").asInt()).isEqualTo(57);
    Ran.mitchell("figure", "slices", mask, "--mask", mask, "--out", png()).succeeds();
  }

  @Test
  void ciftiIsRefusedWhereverAnImageIsGiven() throws IOException {
    NiftiHeader header =
        NiftiHeader.builder(1, 1, 1, 1, 7, 3)
            .intent(NiftiIntent.of(3006, "ConnDenseScalar"))
            .build();
    var values = new float[21];
    Arrays.fill(values, 1);
    Path cifti = image("x.dscalar.nii", header, values);
    Path placed = image("p.nii", header(), ball());
    Object[][] refused = {
      {"figure", "slices", placed, "--mask", cifti, "--out", png()},
      {"figure", "slices", placed, "--background", cifti, "--out", png()},
      {"figure", "slices", placed, "--clusters", cifti, "--out", png()},
      {"figure", "glass", placed, "--background", cifti, "--out", png()},
      {"simulate", "--subject", "T9", "--mask", cifti, "--out", folder.resolve("sim")},
      {
        "fit",
        "--subject",
        "T1",
        "--data",
        Ran.T1,
        "--features",
        Ran.FEATURES,
        "--coords",
        Ran.ANALYSIS.resolve("T1_coords_ijk.tsv"),
        "--affine",
        cifti,
        "--out",
        folder
      },
    };
    for (Object[] words : refused) {
      assertThat(Ran.mitchell(words).failsWith(1).err())
          .contains("x.dscalar.nii: CIFTI (intent_code 3006)", "wb_command -cifti-separate");
    }
    // As a map it can be drawn, elsewhere.
    Object[][] drawnElsewhere = {
      {"figure", "slices", cifti, "--out", png()},
      {"figure", "slices", cifti, "--volume", "5", "--out", png()},
      {"figure", "glass", cifti, "--out", png()},
    };
    for (Object[] words : drawnElsewhere) {
      assertThat(Ran.mitchell(words).failsWith(1).err())
          .contains("x.dscalar.nii: values of vertices", "figure surface");
    }
  }

  @Test
  void anImageGivenForResponsesIsCalledAnImage() throws IOException {
    Path image = image("p.nii", header(), ball());
    assertThat(
            Ran.mitchell(
                    "fit",
                    "--subject",
                    "T1",
                    "--data",
                    image,
                    "--features",
                    Ran.FEATURES,
                    "--out",
                    folder)
                .failsWith(1)
                .err())
        .contains("p.nii: a NIfTI image where responses are expected");
  }

  private static int ballCentre() {
    return SIDE * SIDE * SIDE / 2;
  }

  private static float[] negated(float[] values) {
    var negated = new float[values.length];
    for (int v = 0; v < values.length; v++) {
      negated[v] = -values[v];
    }
    return negated;
  }

  private static long count(float[] values, float least) {
    long count = 0;
    for (float value : values) {
      count += value >= least ? 1 : 0;
    }
    return count;
  }

  private Path png() {
    return folder.resolve("picture.png");
  }

  private static NiftiHeader header() {
    return NiftiHeader.builder(SIDE, SIDE, SIDE).sform(AFFINE, 4).build();
  }

  private Path image(String name, NiftiHeader header, float[] values) throws IOException {
    Path file = folder.resolve(name);
    try (var stream = Files.newOutputStream(file)) {
      NiftiWriter.write(NiftiImage.of(header, values), stream);
    }
    return file;
  }
}
