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
      @JsonProperty("Region") Column region) {

    /**
     * @param statistic that has the peaks
     */
    public static Columns of(String statistic) {
      return new Columns(
          new Column("as in the image of labels; sub-peaks have a letter behind it"),
          new Column("of the peak, in mm"),
          new Column("of the peak, in mm"),
          new Column("of the peak, in mm"),
          new Column(statistic + AT_PEAK),
          new Column("a fraction cut off; empty for sub-peaks"),
          new Column("of the peak, by the atlas; n/a without one"));
    }

    /** What has the peaks. */
    public String statistic() {
      return peak.description().replace(AT_PEAK, "");
    }
  }

  private static final String AT_PEAK = " at the peak";

  /** The clusters, and what chance makes of them. */
  public record Chance(
      @JsonProperty("Null") @JsonInclude(NON_ABSENT) Optional<NullFigures> nulls,
      @JsonProperty("Clusters") List<ClusterFigures> clusters) {}

  /**
   * @throws InputException if a key is missing or wrong
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
