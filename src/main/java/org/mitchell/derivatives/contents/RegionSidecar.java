package org.mitchell.derivatives.contents;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.mitchell.files.JsonField;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * The JSON beside a table of regions.
 *
 * @param columns of the table
 * @param search how it was made
 * @param about whose it is, and what made it
 * @param others keys that are none of these
 */
public record RegionSidecar(
    @JsonProperty("Description") String description,
    @JsonUnwrapped Columns columns,
    @JsonUnwrapped Search search,
    @JsonUnwrapped About about,
    @JsonUnwrapped Unknown others) {

  private static final String AGAIN = "Make the table of regions again";

  /** What the columns hold, in their order. */
  public record Columns(
      @JsonProperty("label") Column label,
      @JsonProperty("region") Column region,
      @JsonProperty("voxels") Column voxels,
      @JsonProperty("compared") Column compared,
      @JsonProperty("pairs") Column pairs,
      @JsonProperty("correct") Column correct,
      @JsonProperty("accuracy") Column accuracy,
      @JsonProperty("p") Column p,
      @JsonProperty("p_corrected") Column corrected) {
    /** The names of the columns. */
    public static final List<String> NAMES =
        List.of(
            "label",
            "region",
            "voxels",
            "compared",
            "pairs",
            "correct",
            "accuracy",
            "p",
            "p_corrected");

    /** Of the tables of this version. */
    public static final Columns DESCRIBED =
        new Columns(
            new Column("the region's number in the atlas"),
            new Column("its name"),
            new Column("the participant's voxels in it"),
            new Column("voxels compared in a fold: all, or the most stable"),
            new Column("pairs of held-out words"),
            new Column("pairs that were matched right; ties may count half"),
            new Column("correct / pairs"),
            new Column("by relabelling words, not corrected for the number of regions"),
            new Column("corrected by the maximum over the regions"));
  }

  /**
   * How regions were searched.
   *
   * @param atlas the file of the regions
   * @param permutations relabellings of the words; 0 for none
   * @param fewestVoxels what a region must have
   * @param regionsLeftOut how many have fewer
   */
  @JsonNaming(PropertyNamingStrategies.UpperCamelCaseStrategy.class)
  public record Search(String atlas, int permutations, int fewestVoxels, int regionsLeftOut) {}

  /**
   * @throws org.mitchell.files.InputException if a key is missing or wrong
   */
  public static RegionSidecar read(Path file) throws IOException {
    JsonField json = JsonField.read(file, AGAIN);
    return new RegionSidecar(
        json.at("Description").text(),
        json.as(Columns.class),
        json.as(Search.class),
        json.as(About.class),
        Unknown.of(json, RegionSidecar.class));
  }
}
