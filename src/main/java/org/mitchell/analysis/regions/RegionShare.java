package org.mitchell.analysis.regions;

import java.util.Optional;
import org.mitchell.evaluation.intervals.SubsampleInterval;

/**
 * A share of the variance of one region's responses that feature spaces explain in held-out words.
 *
 * @param label the region's number in the atlas
 * @param name its name
 * @param voxels how many of the participant's voxels lie in it
 * @param part which share it is
 * @param space whose share it is; empty where it is of all
 * @param r2 of its voxels together, by their sums of squares; NaN where all are constant
 * @param interval over other words; nothing without subsamples
 * @param p of what is unique, among permutations of the space's residuals given the others, not
 *     corrected for the number of regions; NaN of other parts and without permutations
 * @param pCorrected corrected by the maximum over the regions, each region's R2 by the mean and the
 *     standard deviation of its own permutations
 */
public record RegionShare(
    int label,
    String name,
    int voxels,
    Part part,
    String space,
    double r2,
    Optional<SubsampleInterval> interval,
    double p,
    double pCorrected) {
  /** The shares that a region has. */
  public enum Part {
    /** What all spaces explain together. */
    JOINT,
    /** What one explains and no other does. */
    UNIQUE,
    /** What more than one explains. */
    SHARED
  }
}
