package org.mitchell.evaluation.schemes;

/**
 * What a fold's models are trained on.
 *
 * @param fold the fold
 * @param words numbers of the training words, ascending. Not copied
 * @param products inner products of the images over the fold's voxels; rows and columns of training
 *     words by their numbers, others are not for looking at. Not copied
 */
record FoldTraining(Fold fold, int[] words, double[][] products) {}
