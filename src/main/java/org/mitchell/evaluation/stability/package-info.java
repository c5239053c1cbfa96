/**
 * How reproducible every voxel is, and the most stable voxels of every fold. What is slow about
 * choosing voxels anew in each fold, the stability of every voxel without the held-out words, is in
 * {@link org.mitchell.evaluation.stability.StabilityBlock} alone.
 */
package org.mitchell.evaluation.stability;
