package org.mitchell.maps.clusters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mitchell.fmri.Affine;
import org.mitchell.fmri.Space;
import org.mitchell.fmri.VoxelGrid;
import org.mitchell.nifti.NiftiImage;
import org.mitchell.nifti.NiftiReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Expected values are those of {@code testdata/maps/make_tfce.py}, by scipy and FSL's formula. */
class TfceTest {
  private static final Path FOLDER = Path.of("testdata/maps");

  static Stream<JsonNode> expected() {
    return new ObjectMapper().readTree(FOLDER.resolve("tfce.json").toFile()).valueStream();
  }

  @ParameterizedTest
  @MethodSource("expected")
  void valuesAreThoseOfLabellingOneThresholdAfterAnother(JsonNode expected) throws IOException {
    NiftiImage map = NiftiReader.read(FOLDER.resolve(expected.get("map").asString() + ".nii.gz"));
    float[] values = map.toFloats();
    VoxelGrid grid = box(map.dims());
    var contiguity = Contiguity.of(expected.get("contiguity").asInt()).orElseThrow();
    double[] enhanced =
        Tfce.on(grid, contiguity)
            .of(
                IntStream.range(0, grid.columns())
                    .mapToDouble(c -> values[grid.linearIndex(c)])
                    .toArray());
    double highest = expected.get("highest").asDouble();
    assertThat(Arrays.stream(enhanced).filter(v -> v > 0).max().orElseThrow())
        .isCloseTo(highest, within(1e-9 * highest));
    assertThat(Arrays.stream(enhanced).filter(v -> v > 0).count())
        .isEqualTo(expected.get("above").asInt());
    double sum = expected.get("sum").asDouble();
    assertThat(Arrays.stream(enhanced).filter(v -> v > 0).sum()).isCloseTo(sum, within(1e-9 * sum));
    for (int i = 0; i < expected.get("voxels").size(); i++) {
      JsonNode voxel = expected.get("voxels").get(i);
      int column =
          new ColumnsInBox(grid)
              .at(voxel.get(0).asInt(), voxel.get(1).asInt(), voxel.get(2).asInt());
      double value = expected.get("values").get(i).asDouble();
      assertThat(enhanced[column]).isCloseTo(value, within(1e-9 * highest));
    }
  }

  /** Two voxels of 1 that touch: sum over k of sqrt(2) (k / 100)^2 / 100 = sqrt(2) x .33835. */
  @Test
  void twoVoxelsThatTouchAreWorthMoreThanTwoApart() {
    Tfce tfce = Tfce.on(box(new int[] {5, 1, 1}), Contiguity.FACES);
    double[] touching = tfce.of(new double[] {1, 1, 0, Double.NaN, -1});
    assertThat(touching[0]).isCloseTo(Math.sqrt(2) * 0.33835, within(1e-12));
    assertThat(touching[2]).isZero();
    assertThat(touching[3]).isNaN();
    assertThat(touching[4]).isZero();
    assertThat(tfce.of(new double[] {1, 0, 1, 0, 0})[0]).isCloseTo(0.33835, within(1e-12));
  }

  @Test
  void aMapWithNothingAboveZeroHasNoClusters() {
    Tfce tfce = Tfce.on(box(new int[] {2, 1, 1}), Contiguity.FACES);
    assertThat(tfce.of(new double[] {-1, 0})).containsExactly(0, 0);
  }

  private static VoxelGrid box(int[] dims) {
    var all = new boolean[dims[0] * dims[1] * dims[2]];
    Arrays.fill(all, true);
    Affine unit = Affine.of(new double[][] {{1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 1, 0}});
    return VoxelGrid.ofMask(dims, unit, Space.MNI, all);
  }
}
