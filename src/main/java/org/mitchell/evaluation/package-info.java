/**
 * How well an encoding model predicts. {@link org.mitchell.evaluation.LeaveTwoOut} is the paper's
 * evaluation; {@link org.mitchell.evaluation.CorrelationMap} compares predicted with observed
 * images voxel by voxel.
 *
 * <p>The folders below: {@code stability}, the voxels of every fold; {@code penalties}, the ridge
 * penalty of every fold; {@code schemes}, other cross-validations, for many sets of features at
 * once; {@code ranks}, one word among many; {@code nulls}, what all that gives when there is
 * nothing to find; {@code intervals}, {@code groups} and {@code curves}, what a figure is worth;
 * {@code variance}, what two feature spaces explain.
 */
package org.mitchell.evaluation;
