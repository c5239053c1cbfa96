package org.mitchell.inference;

import java.util.OptionalInt;
import org.mitchell.evaluation.variance.Share;

/**
 * A share of the variance that a fit's feature spaces explain, as a map.
 *
 * @param shown what the values are called, at most 15 characters
 * @param inWords the same for readers
 * @param description one line on what they are
 * @param space whose residuals, given the other spaces, null maps permute; nothing where there are
 *     no null maps
 */
public record PartOfVariance(
    String shown, String inWords, String description, Share share, OptionalInt space) {}
