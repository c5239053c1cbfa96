package org.mitchell.derivatives.contents;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_ABSENT;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.mitchell.files.JsonField;

/**
 * The JSON beside a table of clusters.
 *
 * @param columns of the table
 * @param rule which voxels count
 * @param chance what null maps there were
 * @param clusters with what the table has not; the highest first
 * @param about whose they are, and what made them
 * @param others keys that are none of these
 */
public record ClusterSidecar(
    @JsonProperty("Description") String description,
    @JsonUnwrapped Columns columns,
    @JsonUnwrapped Rule rule,
    @JsonUnwrapped Chance chance,
    @JsonUnwrapped About about,
    @JsonUnwrapped Unknown others) {

  private static final String AGAIN = "Make the map again";

  /** What the columns hold, in their order. */
  public record Columns(
      @JsonProperty("Cluster ID") Column id,
      @JsonProperty("X") Column x,
      @JsonProperty("Y") Column y,
      @JsonProperty("Z") Column z,
      @JsonProperty("Peak Stat") Column peak,
      @JsonProperty("Cluster Size (mm3)") Column size,
      @JsonProperty("Region") Column region,
      @JsonUnwrapped OfCortex cortex) {

    /**
     * @param statistic that has the peaks
     * @param ofCortex whether clusters are of vertices, or of voxels beside them
     */
    public static Columns of(String statistic, boolean ofCortex) {
      return new Columns(
          new Column("as in the image of labels; sub-peaks have a letter behind it"),
          new Column("of the peak, in mm"),
          new Column("of the peak, in mm"),
          new Column("of the peak, in mm"),
          new Column(statistic + AT_PEAK),
          new Column("a fraction cut off; empty for sub-peaks"),
          new Column("of the peak, by the atlas; n/a without one"),
          ofCortex ? OfCortex.DESCRIBED : OfCortex.NONE);
    }

    /** What has the peaks. */
    public String statistic() {
      return peak.description().replace(AT_PEAK, "");
    }
  }

  /** What tables of clusters of vertices have beside these. */
  public record OfCortex(
      @JsonProperty("Structure") @JsonInclude(NON_ABSENT) Optional<Column> structure,
      @JsonProperty("Vertex") @JsonInclude(NON_ABSENT) Optional<Column> vertex,
      @JsonProperty("Cluster Size") @JsonInclude(NON_ABSENT) Optional<Column> count,
      @JsonProperty("Cluster Size (mm2)") @JsonInclude(NON_ABSENT) Optional<Column> area) {
    private static final OfCortex NONE =
        new OfCortex(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private static final OfCortex DESCRIBED =
        new OfCortex(
            column("that the cluster lies in"),
            column("of the peak, counted from 0; n/a for voxels"),
            column("in vertices, of voxels in voxels; empty for sub-peaks"),
            column("a third of every triangle at each vertex, a fraction cut off; n/a for voxels"));

    private static Optional<Column> column(String description) {
      return Optional.of(new Column(description));
    }
  }

  private static final String AT_PEAK = " at the peak";

  /** The clusters, and what chance makes of them. */
  public record Chance(
      @JsonProperty("Null") @JsonInclude(NON_ABSENT) Optional<NullFigures> nulls,
      @JsonProperty("Clusters") List<ClusterFigures> clusters) {}

  /**
   * @throws org.mitchell.files.InputException if a key is missing or wrong
   */
  public static ClusterSidecar read(Path file) throws IOException {
    JsonField json = JsonField.read(file, AGAIN);
    return new ClusterSidecar(
        json.at("Description").text(),
        json.as(Columns.class),
        json.as(Rule.class),
        json.as(Chance.class),
        json.as(About.class),
        Unknown.of(json, ClusterSidecar.class));
  }
}
