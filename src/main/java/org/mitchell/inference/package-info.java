/**
 * Statistics at voxels and what they are worth: values beside those that chance gives at every
 * voxel, one participant or a group, by permutation of the words or by sign-flips of the
 * participants.
 *
 * <p>Voxels are tested one-sidedly: a model is to predict, not to mislead.
 *
 * <p>A package of the library's API.
 */
package org.mitchell.inference;
