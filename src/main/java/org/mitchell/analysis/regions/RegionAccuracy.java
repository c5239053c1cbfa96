package org.mitchell.analysis.regions;

/**
 * Leave-two-out on the voxels of one region.
 *
 * @param label the region's number in the atlas
 * @param name its name
 * @param voxels how many of the participant's voxels lie in it
 * @param compared how many of them are compared in a fold
 * @param pairs how many pairs of words were matched
 * @param correct how many of them right
 * @param p of the accuracy, (1 + relabellings that reach it) / (1 + relabellings), not corrected
 *     for the number of regions; NaN without relabellings
 * @param pCorrected corrected by the maximum over the regions, each region's accuracy by the mean
 *     and the standard deviation of its own relabellings; NaN without relabellings
 */
public record RegionAccuracy(
    int label,
    String name,
    int voxels,
    int compared,
    int pairs,
    double correct,
    double p,
    double pCorrected) {
  /** Correct pairs / pairs. */
  public double accuracy() {
    return correct / pairs;
  }
}
