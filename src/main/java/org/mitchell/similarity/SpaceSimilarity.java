package org.mitchell.similarity;

/**
 * How far the words' distances in one feature space agree with those of their images.
 *
 * @param space its name
 * @param participants an agreement each
 * @param mean of them
 * @param overBoth what the mean is over other words and other participants
 * @param p of the mean where words exchange their features; NaN without relabellings
 */
public record SpaceSimilarity(
    String space, double[] participants, double mean, Uncertainty overBoth, double p) {}
