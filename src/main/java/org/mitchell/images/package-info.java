/**
 * A participant's responses from images of trials: NIfTI volumes with a table that says what was
 * shown, or images made of BOLD runs; brought to words x presentations x voxels.
 *
 * <p>A package of the library's API.
 */
package org.mitchell.images;
