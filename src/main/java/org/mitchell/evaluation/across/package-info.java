/**
 * Words of a participant told apart by models of other participants: at the same voxels, or after a
 * linear alignment that is learnt from training words.
 */
package org.mitchell.evaluation.across;
