/**
 * How well an encoding model predicts: leave-two-out cross-validation, voxel stability, matching of
 * images, and the correlation of predicted with observed images.
 *
 * <p>{@link org.mitchell.evaluation.LeaveTwoOut} is the paper's evaluation. What is slow about it,
 * the stability of every voxel in every fold, is in {@link org.mitchell.evaluation.StabilityBlock}
 * alone.
 */
package org.mitchell.evaluation;
