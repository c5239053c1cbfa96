package org.mitchell.features.embedding;

/**
 * A place in the plane for each word.
 *
 * @param points words x 2. Not copied
 * @param remark what a reader must know of the axes, in a few words
 */
public record Embedding(double[][] points, String remark) {}
