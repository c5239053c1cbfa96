/**
 * What a map is worth: its values beside those that chance gives at every voxel, one participant or
 * a group, by permutation of the words or by sign-flips of the participants.
 *
 * <p>Voxels are tested one-sidedly: a model is to predict, not to mislead.
 */
package org.mitchell.maps.inference;
