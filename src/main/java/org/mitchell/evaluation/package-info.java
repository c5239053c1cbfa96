/**
 * How well an encoding model predicts. All starts from an {@link
 * org.mitchell.evaluation.EncodingAnalysis}: a participant's words, images and features, and how
 * they are evaluated. {@link org.mitchell.evaluation.LeaveTwoOut} is the paper's evaluation; {@link
 * org.mitchell.evaluation.HeldOutCorrelation} compares predicted with observed images voxel by
 * voxel.
 *
 * <p>The folders below: {@code folds}, the one way over any list of folds; {@code stability}, the
 * voxels of every fold; {@code schemes}, other cross-validations, for many sets of features at
 * once; {@code ranks}, one word among many; {@code nulls}, what all that gives when there is
 * nothing to find; {@code intervals}, {@code groups} and {@code curves}, what a figure is worth;
 * {@code variance}, what two or three feature spaces explain; {@code leaks}, what trials near in
 * time tell; {@code across}, participants by models of others.
 *
 * <p>A package of the library's API.
 */
package org.mitchell.evaluation;
