package org.mitchell.derivatives.contents;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_ABSENT;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
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
 * @param radius of the spheres, or of discs along the mesh, in mm
 * @param meshes that discs lie on
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
    @JsonInclude(NON_ABSENT) Optional<List<MeshFile>> meshes,
    SimilarityFigures.Settings settings,
    MadeBy provenance) {}
