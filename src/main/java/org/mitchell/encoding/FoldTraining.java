package org.mitchell.encoding;

/**
 * What a fold's models are trained on, and what they predict.
 *
 * @param tested numbers of the words that are predicted, ascending. Not copied
 * @param leftOut numbers of the words that are not trained on, ascending; tested words that are not
 *     among them are predicted by a model that has seen them. Not copied
 * @param words numbers of the training words, ascending. Not copied
 * @param products inner products of the images over the fold's voxels; rows and columns of training
 *     words by their numbers, others are not for looking at. Not copied
 */
public record FoldTraining(int[] tested, int[] leftOut, int[] words, double[][] products) {}
