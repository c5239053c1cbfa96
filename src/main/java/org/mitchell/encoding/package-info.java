/**
 * The encoding model: each voxel's response to a word as a linear function of the word's features.
 *
 * <p>{@link org.mitchell.encoding.FittedModel} fits the model that is kept; {@link
 * org.mitchell.encoding.HeldOutModels} predicts words that a model was not trained on, for every
 * fold of a cross-validation, and {@link org.mitchell.encoding.FoldPredictor} does so as weights of
 * the training images, for relabelled words. Whether the penalty is given, chosen for a fold or for
 * every voxel is known here alone: those who call look at {@link org.mitchell.encoding.Penalty}
 * only to say it or to write it down. A penalty for each of several feature spaces is {@link
 * org.mitchell.encoding.PenaltyPath}'s. The linear algebra of small systems lives here and nowhere
 * else.
 *
 * <p>A package of the library's API.
 */
package org.mitchell.encoding;
