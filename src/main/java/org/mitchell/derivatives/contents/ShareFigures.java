package org.mitchell.derivatives.contents;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A share of a region's variance, as {@code regions --json} prints it.
 *
 * @param label the region's number in the atlas
 * @param region its name
 * @param share joint, unique or shared
 * @param space whose it is; nothing where it is of all
 * @param ci95 over other words
 */
public record ShareFigures(
    int label,
    String region,
    int voxels,
    String share,
    Optional<String> space,
    OptionalDouble r2,
    Optional<Ends> ci95,
    OptionalDouble p,
    OptionalDouble pCorrected) {}
