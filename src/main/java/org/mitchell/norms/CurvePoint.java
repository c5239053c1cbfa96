package org.mitchell.norms;

/**
 * A point of a learning curve.
 *
 * @param words trained on, as a mean over the folds
 */
public record CurvePoint(long words, Agreement agreement) {}
