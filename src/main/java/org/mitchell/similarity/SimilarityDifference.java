package org.mitchell.similarity;

/**
 * Two feature spaces beside each other.
 *
 * @param difference the mean agreement of a less that of b
 * @param overBoth what it is over other words and other participants
 * @param corrected its two-sided p, for the number of differences (Holm 1979); NaN without
 *     resamples
 */
public record SimilarityDifference(
    String a, String b, double difference, Uncertainty overBoth, double corrected) {}
