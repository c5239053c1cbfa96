/**
 * Reading and writing of NIfTI-1 and NIfTI-2 images, plain or gzipped, in both byte orders.
 *
 * <p>{@link org.mitchell.nifti.NiftiReader} checks every claim of a header against the bytes that
 * are really there before it allocates anything; {@link org.mitchell.nifti.NiftiWriter} gives the
 * same bytes for the same image every time. The package knows only the format (the standard's own
 * field names are kept), no brains, words or BIDS.
 *
 * <p>A package of the library's API.
 */
package org.mitchell.nifti;
