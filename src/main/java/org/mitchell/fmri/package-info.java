/**
 * fMRI responses of one participant: words x presentations x voxels on a voxel grid, and the
 * readers that bring them in.
 *
 * <p>{@link org.mitchell.fmri.ResponsesReader} tells the format by content: CMU's MATLAB files (v5
 * to v7.3) and tables of text. Whatever the file, the result is the same {@link
 * org.mitchell.fmri.Responses}.
 *
 * <p>A package of the library's API.
 */
package org.mitchell.fmri;
