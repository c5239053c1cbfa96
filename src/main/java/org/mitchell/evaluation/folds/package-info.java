/**
 * The one way that folds are gone over. A {@link org.mitchell.evaluation.folds.Fold} is data: which
 * words it tests and which it does not train on; {@link org.mitchell.evaluation.folds.Folds} makes
 * lists of them, from a number of words or from any lists of words. {@link
 * org.mitchell.evaluation.folds.CrossValidation} chooses the voxels of every fold by its training
 * words and hands them to a {@link org.mitchell.evaluation.folds.FoldScorer}: pairs of words
 * matched by their images ({@link org.mitchell.evaluation.folds.MatchedPairs}), by inner products
 * for many sets of features ({@code schemes}), or one word ranked among many ({@code ranks}).
 */
package org.mitchell.evaluation.folds;
