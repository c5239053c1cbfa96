/**
 * How well an encoding model predicts. {@link org.mitchell.evaluation.LeaveTwoOut} is the paper's
 * evaluation; {@link org.mitchell.evaluation.CorrelationMap} compares predicted with observed
 * images voxel by voxel.
 *
 * <p>The folders below: {@code stability}, the voxels of every fold; {@code schemes}, other
 * cross-validations, for many sets of features at once; {@code nulls}, what they give when there is
 * nothing to find.
 */
package org.mitchell.evaluation;
