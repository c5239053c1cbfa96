/**
 * Cross-validations that match predicted with observed images, each for any number of feature sets
 * at once: the features that were given, the same with the words relabelled, features without
 * meaning.
 *
 * <p>A {@link org.mitchell.evaluation.schemes.Scheme} says which words are left out together and
 * which pairs are matched. {@link org.mitchell.evaluation.schemes.SchemeEvaluation} goes through
 * the folds. Voxels are chosen by the responses alone, and predictions are weighted sums of
 * training images: so all that a feature set needs of a fold's images are their inner products
 * ({@link org.mitchell.evaluation.schemes.FoldProducts}), taken once for all sets.
 */
package org.mitchell.evaluation.schemes;
