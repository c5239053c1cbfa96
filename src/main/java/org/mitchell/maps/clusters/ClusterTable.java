package org.mitchell.maps.clusters;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.IntFunction;
import org.mitchell.fmri.Affine;
import org.mitchell.tables.TableWriter;

/**
 * Clusters in the columns of nilearn's table, and the region of every peak: a row a cluster, and
 * below it a row a sub-peak.
 */
public record ClusterTable(List<Row> rows) {
  /** The header. */
  public static final List<String> COLUMNS =
      List.of("Cluster ID", "X", "Y", "Z", "Peak Stat", "Cluster Size (mm3)", "Region");

  public ClusterTable {
    rows = List.copyOf(rows);
  }

  /**
   * A peak.
   *
   * @param clusterId 1, 2, ... and for sub-peaks 1a, 1b, 1c
   * @param x in mm, as y and z
   * @param peakStat the statistic there
   * @param clusterSize in mm3, a fraction cut off; empty for sub-peaks
   * @param region the anatomical name of the place
   */
  public record Row(
      String clusterId,
      double x,
      double y,
      double z,
      float peakStat,
      OptionalLong clusterSize,
      String region) {
    /** The texts of the cells, in the order of {@link #COLUMNS}. */
    public List<String> cells() {
      return List.of(
          clusterId,
          Double.toString(x),
          Double.toString(y),
          Double.toString(z),
          Float.toString(peakStat),
          clusterSize.isPresent() ? Long.toString(clusterSize.getAsLong()) : "",
          region);
    }
  }

  /**
   * The table of a map's clusters.
   *
   * @param region the name of a voxel column's region
   */
  public static ClusterTable of(Clusters clusters, IntFunction<String> region) {
    float volume = voxelVolume(clusters.grid().affine());
    var rows = new ArrayList<Row>();
    for (Cluster cluster : clusters.list()) {
      for (int p = 0; p < cluster.peaks().size(); p++) {
        Peak peak = cluster.peaks().get(p);
        rows.add(
            new Row(
                cluster.id() + (p == 0 ? "" : Character.toString('a' + p - 1)),
                peak.x(),
                peak.y(),
                peak.z(),
                peak.value(),
                p == 0
                    ? OptionalLong.of((long) (cluster.size() * (double) volume))
                    : OptionalLong.empty(),
                region.apply(peak.column())));
      }
    }
    return new ClusterTable(rows);
  }

  /** Writes the header and the rows, tab-separated. The stream stays open. */
  public void write(OutputStream stream) throws IOException {
    var csv = TableWriter.to(stream);
    csv.row(COLUMNS);
    for (Row row : rows) {
      csv.row(row.cells());
    }
    csv.flush();
  }

  /**
   * In mm3, and in single precision as NIfTI headers have the sizes of voxels and nilearn
   * multiplies them: 10 voxels of 3 x 4 x 1.8 mm have 216 mm3, and 215 by that.
   */
  private static float voxelVolume(Affine affine) {
    double[][] matrix = affine.matrix();
    float volume = 1;
    for (int axis = 0; axis < 3; axis++) {
      double square = 0;
      for (int row = 0; row < 3; row++) {
        square += matrix[row][axis] * matrix[row][axis];
      }
      volume *= (float) Math.sqrt(square);
    }
    return volume;
  }
}
