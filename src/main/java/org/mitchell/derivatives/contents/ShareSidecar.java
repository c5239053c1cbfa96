package org.mitchell.derivatives.contents;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * The JSON beside a table of shares of variance by region.
 *
 * @param columns of the table
 * @param search how it was made
 * @param about whose it is, and what made it
 */
public record ShareSidecar(
    @JsonProperty("Description") String description,
    @JsonUnwrapped Columns columns,
    @JsonUnwrapped Search search,
    @JsonUnwrapped About about) {

  /** What the columns hold, in their order. */
  public record Columns(
      @JsonProperty("label") Column label,
      @JsonProperty("region") Column region,
      @JsonProperty("voxels") Column voxels,
      @JsonProperty("share") Column share,
      @JsonProperty("space") Column space,
      @JsonProperty("r2") Column r2,
      @JsonProperty("low") Column low,
      @JsonProperty("high") Column high,
      @JsonProperty("p") Column p,
      @JsonProperty("p_corrected") Column corrected) {
    /** The names of the columns. */
    public static final List<String> NAMES =
        List.of(
            "label", "region", "voxels", "share", "space", "r2", "low", "high", "p", "p_corrected");

    /** Of the tables of this version. */
    public static final Columns DESCRIBED =
        new Columns(
            new Column("the region's number in the atlas"),
            new Column("its name"),
            new Column("the participant's voxels in it"),
            new Column("joint, unique, or shared by more than one feature space"),
            new Column("the feature space whose it is; n/a where it is of all"),
            new Column("held-out R2 of the region's voxels, by their sums of squares"),
            new Column("lower end of the 95% interval over other words"),
            new Column("upper end"),
            new Column(
                "of what is unique, by permuting the space's residuals given the others, not"
                    + " corrected for the number of regions"),
            new Column("corrected by the maximum over the regions"));
  }

  /**
   * How shares were found.
   *
   * @param atlas the file of the regions
   * @param spaces the labels of the feature spaces
   * @param permutations of a space's residuals; 0 for none
   * @param subsamples halves of the words for intervals; 0 for none
   * @param fewestVoxels what a region must have
   * @param regionsLeftOut how many have fewer
   */
  @JsonNaming(PropertyNamingStrategies.UpperCamelCaseStrategy.class)
  public record Search(
      String atlas,
      List<String> spaces,
      int permutations,
      int subsamples,
      int fewestVoxels,
      int regionsLeftOut) {}
}
