package org.mitchell.derivatives.contents;

import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * The JSON beside a map of a searchlight.
 *
 * @param description one line; that of simulated responses begins with SIMULATED
 * @param subject the participant's label
 * @param study what the responses say of their study
 * @param space of the coordinates
 * @param statistic what the values are
 * @param outsideBrain what stands where no voxel is
 * @param featureSpace whose agreement with the images it is
 * @param radius of the spheres, in mm
 */
@JsonNaming(PropertyNamingStrategies.UpperCamelCaseStrategy.class)
public record SearchlightSidecar(
    String description,
    String subject,
    String study,
    boolean simulated,
    String space,
    String statistic,
    String outsideBrain,
    String featureSpace,
    double radius,
    SimilarityFigures.Settings settings,
    MadeBy provenance) {}
