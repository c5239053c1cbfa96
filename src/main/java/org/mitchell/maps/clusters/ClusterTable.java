package org.mitchell.maps.clusters;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import org.mitchell.tables.TableWriter;

/**
 * Clusters in the columns of nilearn's table, and the region of every peak: a row a cluster, and
 * below it a row a sub-peak. Where columns are grayordinates there are columns for what they are.
 */
public record ClusterTable(boolean ofCortex, List<Row> rows) {
  /** The header of clusters of voxels. */
  public static final List<String> COLUMNS =
      List.of("Cluster ID", "X", "Y", "Z", "Peak Stat", "Cluster Size (mm3)", "Region");

  /** The header of clusters of vertices, and of voxels beside these. */
  public static final List<String> COLUMNS_OF_CORTEX =
      List.of(
          "Cluster ID",
          "Structure",
          "Vertex",
          "X",
          "Y",
          "Z",
          "Peak Stat",
          "Cluster Size",
          "Cluster Size (mm2)",
          "Cluster Size (mm3)",
          "Region");

  public ClusterTable {
    rows = List.copyOf(rows);
  }

  /**
   * A peak.
   *
   * @param clusterId 1, 2, ... and for sub-peaks 1a, 1b, 1c
   * @param peak where it is, and the statistic there
   * @param site what it is, where columns are grayordinates
   * @param columns how many the cluster has; empty for sub-peaks, as {@code extent}
   * @param extent how large the cluster is
   * @param region the anatomical name of the place
   */
  public record Row(
      String clusterId,
      Peak peak,
      Optional<Site> site,
      OptionalInt columns,
      Optional<Neighbourhood.Extent> extent,
      String region) {
    /** The texts of the cells, in the order of the header. */
    public List<String> cells() {
      var cells = new ArrayList<String>(List.of(clusterId));
      site.ifPresent(
          own -> {
            cells.add(own.structure());
            cells.add(own.vertex().isPresent() ? "" + own.vertex().getAsInt() : NONE);
          });
      cells.add(mm(peak.x()));
      cells.add(mm(peak.y()));
      cells.add(mm(peak.z()));
      cells.add(Float.toString(peak.value()));
      if (site.isPresent()) {
        cells.add(columns.isPresent() ? "" + columns.getAsInt() : "");
        cells.add(extent.map(own -> size(own, Neighbourhood.Unit.MM2)).orElse(""));
      }
      cells.add(extent.map(own -> size(own, Neighbourhood.Unit.MM3)).orElse(""));
      cells.add(region);
      return cells;
    }

    /** Points of meshes are of single precision, and have no more digits than that. */
    private String mm(double place) {
      return site.isPresent() ? Float.toString((float) place) : Double.toString(place);
    }

    /** A fraction cut off, as nilearn does. */
    private static String size(Neighbourhood.Extent extent, Neighbourhood.Unit unit) {
      return extent.unit() == unit ? Long.toString((long) extent.single()) : NONE;
    }
  }

  private static final String NONE = "n/a";

  /**
   * The table of a map's clusters.
   *
   * @param region the name of a voxel column's region
   */
  public static ClusterTable of(Clusters clusters, IntFunction<String> region) {
    Neighbourhood neighbourhood = clusters.neighbourhood();
    var rows = new ArrayList<Row>();
    for (Cluster cluster : clusters.list()) {
      for (int p = 0; p < cluster.peaks().size(); p++) {
        Peak peak = cluster.peaks().get(p);
        rows.add(
            new Row(
                cluster.id() + (p == 0 ? "" : Character.toString('a' + p - 1)),
                peak,
                Site.of(neighbourhood.places(), peak.column()),
                p == 0 ? OptionalInt.of(cluster.size()) : OptionalInt.empty(),
                p == 0 ? Optional.of(neighbourhood.extent(cluster)) : Optional.empty(),
                region.apply(peak.column())));
      }
    }
    return new ClusterTable(neighbourhood instanceof CortexNeighbourhood, rows);
  }

  /** Writes the header and the rows, tab-separated. The stream stays open. */
  public void write(OutputStream stream) throws IOException {
    var csv = TableWriter.to(stream);
    csv.row(ofCortex ? COLUMNS_OF_CORTEX : COLUMNS);
    for (Row row : rows) {
      csv.row(row.cells());
    }
    csv.flush();
  }
}
