package org.mitchell.maps.clusters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.mitchell.fmri.Affine;
import org.mitchell.fmri.Space;
import org.mitchell.fmri.VoxelGrid;

class ClusterFinderTest {
  private static final int[] DIMS = {9, 7, 8};

  /** Steps to another voxel that change 1, 2 or 3 of the indices by 1 join it, by the textbook. */
  @ParameterizedTest
  @CsvSource({"FACES, 6, 1", "EDGES, 18, 2", "CORNERS, 26, 3"})
  void aContiguityIsKnownByItsNumberOfNeighbours(Contiguity contiguity, int neighbours, int axes) {
    assertThat(Contiguity.of(neighbours)).contains(contiguity);
    assertThat(contiguity.neighbours()).isEqualTo(neighbours);
    int[] middle = {1, 1, 1};
    long joined =
        IntStream.range(0, 27)
            .filter(x -> ClusterFinder.on(pair(middle, x), contiguity).largest(ones(2), 1) == 2)
            .count();
    assertThat(joined).isEqualTo(neighbours);
    assertThat(Contiguity.of(8)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void theLargestClusterIsThatOfAFloodFillForAnyThread(Contiguity contiguity) {
    VoxelGrid grid = someColumns();
    ClusterFinder finder = ClusterFinder.on(grid, contiguity);
    List<double[]> maps =
        IntStream.range(0, 200)
            .mapToObj(m -> new SplittableRandom(m).doubles(grid.columns()).toArray())
            .toList();
    int[] expected = maps.stream().mapToInt(m -> flooded(grid, m, contiguity)).toArray();
    assertThat(IntStream.of(expected).distinct().count()).as("sizes").isGreaterThan(5);
    int[] found =
        IntStream.range(0, maps.size())
            .parallel()
            .map(m -> finder.largest(maps.get(m), threshold(maps.get(m))))
            .toArray();
    assertThat(found).containsExactly(expected);
  }

  @Test
  void theThresholdItselfPassesAndNaNNeverDoes() {
    ClusterFinder finder = ClusterFinder.on(row(5), Contiguity.FACES);
    double nan = Double.NaN;
    assertThat(finder.largest(new double[] {.5, .5, nan, .6, .4}, .5)).isEqualTo(2);
    assertThat(finder.largest(new double[] {nan, nan, nan, nan, nan}, Double.NEGATIVE_INFINITY))
        .isZero();
    assertThat(finder.largest(new double[] {.1, .2, .3, .2, .1}, .4)).isZero();
    assertThat(finder.largest(new double[] {-3, -2, -1, -2, -3}, -3)).isEqualTo(5);
  }

  @Test
  void labelsCountFromTheFirstColumn() {
    ClusterFinder finder = ClusterFinder.on(row(6), Contiguity.CORNERS);
    assertThat(finder.labels(new boolean[] {true, false, true, true, false, true}))
        .containsExactly(1, 0, 2, 2, 0, 3);
  }

  @Test
  void theEndsOfARowOfTheBoxDoNotTouch() {
    VoxelGrid grid =
        VoxelGrid.of(
            new int[] {3, 2, 2},
            Affine.CMU,
            Space.MNI,
            new int[][] {{2, 0, 0}, {0, 1, 0}, {2, 1, 0}, {0, 0, 1}});
    assertThat(
            ClusterFinder.on(grid, Contiguity.CORNERS)
                .labels(new boolean[] {true, true, true, true}))
        .containsExactly(1, 2, 1, 2);
  }

  @Test
  void asManyValuesAsColumnsAreNeeded() {
    ClusterFinder finder = ClusterFinder.on(row(5), Contiguity.FACES);
    assertThatThrownBy(() -> finder.largest(new double[4], 0))
        .hasMessage("4 values where there are 5 voxel columns");
    assertThatThrownBy(() -> finder.labels(new boolean[6]))
        .hasMessage("6 values where there are 5 voxel columns");
  }

  /** The number of voxels that a fill from each voxel reaches, by trying all pairs. */
  private static int flooded(VoxelGrid grid, double[] map, Contiguity contiguity) {
    double threshold = threshold(map);
    var left = new HashSet<Integer>();
    IntStream.range(0, map.length).filter(c -> map[c] >= threshold).forEach(left::add);
    int largest = 0;
    while (!left.isEmpty()) {
      var front = new ArrayDeque<>(List.of(left.iterator().next()));
      left.remove(front.peek());
      int size = 0;
      while (!front.isEmpty()) {
        int column = front.pop();
        size++;
        List<Integer> reached =
            left.stream()
                .filter(o -> touch(grid.voxel(column), grid.voxel(o), contiguity))
                .toList();
        reached.forEach(left::remove);
        front.addAll(reached);
      }
      largest = Math.max(largest, size);
    }
    return largest;
  }

  /** By the distance of the centres: 1, the root of 2, the root of 3. */
  private static boolean touch(int[] a, int[] b, Contiguity contiguity) {
    int square = IntStream.range(0, 3).map(axis -> (a[axis] - b[axis]) * (a[axis] - b[axis])).sum();
    return square
        <= switch (contiguity) {
          case FACES -> 1;
          case EDGES -> 2;
          case CORNERS -> 3;
        };
  }

  /** From 60 to 90 of a hundred pass, as the first value says. */
  private static double threshold(double[] map) {
    return 0.1 + 0.3 * map[0];
  }

  /** Two in three voxels of a box, in no order. */
  private static VoxelGrid someColumns() {
    var random = new SplittableRandom(4);
    int[][] voxels =
        IntStream.range(0, DIMS[0] * DIMS[1] * DIMS[2])
            .boxed()
            .filter(x -> random.nextInt(3) > 0)
            .sorted((a, b) -> Integer.compare(Integer.reverse(a), Integer.reverse(b)))
            .map(x -> voxel(x, DIMS))
            .toArray(int[][]::new);
    return VoxelGrid.of(DIMS, Affine.CMU, Space.MNI, voxels);
  }

  private static int[] voxel(int index, int[] dims) {
    return new int[] {index % dims[0], index / dims[0] % dims[1], index / (dims[0] * dims[1])};
  }

  /** A voxel and another of its box of 3 x 3 x 3; the voxel alone for its own index. */
  private static VoxelGrid pair(int[] voxel, int index) {
    int[] dims = {3, 3, 3};
    int[] other = voxel(index, dims);
    // The voxel itself comes with one that is too far away from it.
    return Arrays.equals(voxel, other)
        ? VoxelGrid.of(new int[] {3, 3, 4}, Affine.CMU, Space.MNI, new int[][] {voxel, {1, 1, 3}})
        : VoxelGrid.of(dims, Affine.CMU, Space.MNI, new int[][] {voxel, other});
  }

  private static VoxelGrid row(int voxels) {
    var inMask = new boolean[voxels];
    Arrays.fill(inMask, true);
    return VoxelGrid.ofMask(new int[] {1, voxels, 1}, Affine.CMU, Space.MNI, inMask);
  }

  private static double[] ones(int count) {
    var ones = new double[count];
    Arrays.fill(ones, 1);
    return ones;
  }
}
