package org.mitchell.maps.clusters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mitchell.fmri.Affine;
import org.mitchell.fmri.Space;
import org.mitchell.fmri.VoxelGrid;
import org.mitchell.maps.clusters.ClusterCases.Case;
import tools.jackson.databind.JsonNode;

/** Clusters and their table are nilearn's. */
class ClustersTest {
  private static final ClusterFinder ROW = ClusterFinder.on(row(12), Contiguity.FACES);

  static List<Case> cases() {
    return ClusterCases.all();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theTableIsNilearns(Case expected) {
    ClusterTable table = ClusterTable.of(expected.clusters(), column -> "region " + column);
    assertThat(table.rows()).hasSize(expected.rows().size());
    for (int r = 0; r < table.rows().size(); r++) {
      ClusterTable.Row row = table.rows().get(r);
      JsonNode theirs = expected.rows().get(r);
      assertThat(row.cells().get(0)).as("row %d", r).isEqualTo(theirs.get(0).asString());
      assertThat(new double[] {row.peak().x(), row.peak().y(), row.peak().z()})
          .as("X, Y, Z of %s", row.clusterId())
          .containsExactly(
              Arrays.stream(new int[] {1, 2, 3})
                  .mapToDouble(c -> theirs.get(c).asDouble())
                  .toArray(),
              within(1e-9));
      assertThat(row.peak().value())
          .as("Peak Stat of %s", row.clusterId())
          .isEqualTo(Float.parseFloat(theirs.get(4).asString()));
      assertThat(row.cells().get(5))
          .as("Cluster Size of %s", row.clusterId())
          .isEqualTo(theirs.get(5).asString());
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theIdOfEveryVoxelIsNilearns(Case expected) {
    assertThat(expected.clusters().ids()).containsExactly(expected.ids());
  }

  @Test
  void theCasesHaveClustersOfEveryContiguityAndNone() {
    assertThat(cases()).extracting(Case::contiguity).contains(Contiguity.values());
    assertThat(cases()).extracting(c -> c.rows().size()).contains(0).anyMatch(rows -> rows > 30);
  }

  @Test
  void clustersComeByTheirPeaksAndKnowTheirColumns() {
    float[] r = {0, .3f, .4f, 0, .5f, 0, .4f, .2f, .4f, .3f, 0, .9f};
    Clusters clusters = Clusters.of(r, positive(r), 2, ROW);
    assertThat(clusters.list()).hasSize(2);
    Cluster first = clusters.list().get(0);
    assertThat(first.id()).isEqualTo(1);
    assertThat(first.columns()).as("equal peaks: the first in the box").containsExactly(1, 2);
    assertThat(first.maximum()).isEqualTo(new Peak(2, 6, 0, 0, .4f));
    Cluster second = clusters.list().get(1);
    assertThat(second.columns()).containsExactly(6, 7, 8, 9);
    assertThat(second.size()).isEqualTo(4);
    assertThat(second.peaks()).as("6 mm apart").containsExactly(new Peak(6, 18, 0, 0, .4f));
    assertThat(clusters.ids()).containsExactly(0, 1, 1, 0, 0, 0, 2, 2, 2, 2, 0, 0);
  }

  @Test
  void peaksMayBeOfAnotherStatisticThanTheOneThatFormsTheClusters() {
    float[] r = {.1f, -.2f, -.1f, -.3f, 0, 0, .2f, .4f, .1f, .8f, 0, 0};
    var significant = new boolean[12];
    Arrays.fill(significant, 1, 4, true);
    Arrays.fill(significant, 6, 9, true);
    Clusters clusters = Clusters.of(r, significant, 1, ROW);
    assertThat(clusters.list())
        .extracting(c -> c.maximum().value())
        .as("a cluster of negative values has its maximum, too")
        .containsExactly(.4f, -.1f);
  }

  @Test
  void aVoxelWithoutAFiniteStatisticBelongsToNoCluster() {
    float[] z = {1, 2, Float.NaN, 3, 1, Float.POSITIVE_INFINITY, 1, 0, 0, 0, 0, 0};
    var forming = new boolean[12];
    Arrays.fill(forming, 0, 7, true);
    assertThat(Clusters.of(z, forming, 1, ROW).ids())
        .containsExactly(2, 2, 0, 1, 1, 0, 3, 0, 0, 0, 0, 0);
  }

  @Test
  void theTextHasNilearnsColumnsAndTheRegion() throws IOException {
    float[] r = {.5f, .4f, .3f, .45f, 0, 0, 0, 0, 0, 0, .25f, 0};
    Clusters clusters = Clusters.of(r, positive(r), 1, ROW);
    ClusterTable table = ClusterTable.of(clusters, c -> c == 3 ? "Insula_L" : "Not_labelled");
    var text = new ByteArrayOutputStream();
    table.write(text);
    assertThat(text.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            """
            Cluster ID\tX\tY\tZ\tPeak Stat\tCluster Size (mm3)\tRegion
            1\t0.0\t0.0\t0.0\t0.5\t108\tNot_labelled
            1a\t9.0\t0.0\t0.0\t0.45\t\tInsula_L
            2\t30.0\t0.0\t0.0\t0.25\t27\tNot_labelled
            """);
  }

  /** As nilearn has it for 10 voxels of these sizes: the map "eight" of the fixtures. */
  @Test
  void sizesAreTruncatedInTheSinglePrecisionOfNifti() {
    var affine = Affine.of(new double[][] {{3, 0, 0, 0}, {0, 4, 0, 0}, {0, 0, 1.8, 0}});
    var all = new boolean[10];
    Arrays.fill(all, true);
    VoxelGrid grid = VoxelGrid.ofMask(new int[] {10, 1, 1}, affine, Space.MNI, all);
    Clusters clusters =
        Clusters.of(new float[10], all, 1, ClusterFinder.on(grid, Contiguity.FACES));
    assertThat(ClusterTable.of(clusters, c -> "").rows().get(0).cells().get(5)).isEqualTo("215");
  }

  @Test
  void asManyValuesAsColumnsAreNeeded() {
    assertThatThrownBy(() -> Clusters.of(new float[12], new boolean[11], 1, ROW))
        .hasMessage("12 values for 11 voxel columns");
    assertThatThrownBy(() -> Clusters.of(new float[11], new boolean[11], 1, ROW))
        .hasMessage("11 values where there are 12 voxel columns");
  }

  private static boolean[] positive(float[] values) {
    var positive = new boolean[values.length];
    for (int v = 0; v < values.length; v++) {
      positive[v] = values[v] > 0;
    }
    return positive;
  }

  /** Voxels of 3 mm in a row. */
  private static VoxelGrid row(int voxels) {
    var inMask = new boolean[voxels];
    Arrays.fill(inMask, true);
    var affine = Affine.of(new double[][] {{3, 0, 0, 0}, {0, 3, 0, 0}, {0, 0, 3, 0}});
    return VoxelGrid.ofMask(new int[] {voxels, 1, 1}, affine, Space.MNI, inMask);
  }
}
