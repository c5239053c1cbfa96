/**
 * The ridge penalty chosen inside the training words of every fold, by the leave-one-out error: one
 * for all voxels of the fold, or one for each.
 */
package org.mitchell.evaluation.penalties;
