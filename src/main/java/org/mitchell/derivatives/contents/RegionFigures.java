package org.mitchell.derivatives.contents;

import java.util.OptionalDouble;

/**
 * Accuracy on the voxels of a region, as {@code regions --json} prints it.
 *
 * @param label its number in the atlas
 * @param region its name
 * @param compared how many of its voxels a fold compares
 */
public record RegionFigures(
    int label,
    String region,
    int voxels,
    int compared,
    int pairs,
    double correct,
    double accuracy,
    OptionalDouble p,
    OptionalDouble pCorrected) {}
