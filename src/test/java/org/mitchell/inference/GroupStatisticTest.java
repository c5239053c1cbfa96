package org.mitchell.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mitchell.fmri.Affine;
import org.mitchell.fmri.Space;
import org.mitchell.fmri.VoxelGrid;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;
import org.mitchell.random.RandomStreams;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Variances that are smoothed, or left out, against testdata/groups/smoothed.py. */
class GroupStatisticTest {
  private static JsonNode expected;

  @BeforeAll
  static void read() throws IOException {
    expected =
        new JsonMapper().readTree(Files.readString(Path.of("testdata/groups/smoothed.json")));
  }

  private static double[] numbers(JsonNode row) {
    return IntStream.range(0, row.size())
        .mapToDouble(i -> row.get(i).isNull() ? Double.NaN : row.get(i).asDouble())
        .toArray();
  }

  private static VoxelGrid grid() {
    double[] sizes = numbers(expected.get("sizes"));
    double[] mask = numbers(expected.get("mask"));
    var inMask = new boolean[mask.length];
    for (int v = 0; v < inMask.length; v++) {
      inMask[v] = mask[v] == 1;
    }
    return VoxelGrid.ofMask(
        Arrays.stream(numbers(expected.get("dims"))).mapToInt(d -> (int) d).toArray(),
        Affine.of(
            new double[][] {
              {-sizes[0], 0, 0, 9}, {0, sizes[1], 0, 9}, {0, 0, sizes[2], 9}, {0, 0, 0, 1}
            }),
        Space.MNI,
        inMask);
  }

  private static double[][] maps() {
    return expected
        .get("maps")
        .valueStream()
        .map(GroupStatisticTest::numbers)
        .toArray(double[][]::new);
  }

  private static void requireScipys(GroupVariance variance) {
    var flipped =
        SignFlippedT.of(maps(), GroupStatistic.of(variance, grid()), 0, new RandomStreams(1));
    assertThat(flipped.size()).isEqualTo(15);
    double[] values = numbers(expected.get(variance.label()));
    double[] fwer = numbers(expected.get(variance.label() + "_fwer"));
    try (var workers = new Workers(2)) {
      double[] found = flipped.observed();
      double[] p = PValues.of(flipped, map -> 0, workers, Progress.NONE).familyWise();
      for (int v = 0; v < values.length; v++) {
        if (Double.isNaN(values[v])) {
          assertThat(found[v]).isNaN();
        } else {
          assertThat(found[v]).isCloseTo(values[v], within(1e-8));
          assertThat(p[v]).isCloseTo(fwer[v], within(1e-12));
        }
      }
    }
  }

  @Test
  void smoothedVariancesAndTheirSignFlipsAreScipys() {
    requireScipys(new GroupVariance.Smoothed(expected.get("fwhm").asDouble()));
  }

  @Test
  void theMeanAndItsSignFlipsAreNumpys() {
    requireScipys(new GroupVariance.None());
  }

  /** A width far below a voxel smooths nothing: Student's t is left. */
  @Test
  void aNarrowKernelLeavesT() {
    var narrow = GroupStatistic.of(new GroupVariance.Smoothed(0.01), grid());
    double[] t = SignFlippedT.of(maps(), 0, new RandomStreams(1)).observed();
    double[] found = SignFlippedT.of(maps(), narrow, 0, new RandomStreams(1)).observed();
    assertThat(found).containsExactly(t, within(1e-9));
  }

  @Test
  void threadsDoNotMatter() {
    var flipped =
        SignFlippedT.of(
            maps(),
            GroupStatistic.of(new GroupVariance.Smoothed(6), grid()),
            0,
            new RandomStreams(1));
    var one = new double[15][flipped.voxels()];
    var three = new double[15][flipped.voxels()];
    try (var alone = new Workers(1);
        var more = new Workers(3)) {
      flipped.draw(0, one, alone);
      flipped.draw(0, three, more);
    }
    assertThat(Arrays.deepEquals(three, one)).isTrue();
  }
}
