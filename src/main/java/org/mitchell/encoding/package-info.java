/**
 * The encoding model: each voxel's response to a word as a linear function of the word's features.
 *
 * <p>{@link org.mitchell.encoding.EncodingModel} is the model that is kept; {@link
 * org.mitchell.encoding.HeldOutPrediction} predicts words that a model was not trained on, for
 * every fold of a cross-validation at once. The linear algebra of small systems lives here and
 * nowhere else.
 */
package org.mitchell.encoding;
