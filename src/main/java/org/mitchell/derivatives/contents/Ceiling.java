package org.mitchell.derivatives.contents;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The middle noise ceiling of a participant.
 *
 * @param reliableVoxels in how many voxels there is one
 * @param ci95 over other words, with {@code interval}, which says how it came about
 */
public record Ceiling(
    String subject,
    int reliableVoxels,
    int voxels,
    OptionalDouble median,
    Optional<Ends> ci95,
    Optional<EvaluationFigures.Interval> interval) {}
