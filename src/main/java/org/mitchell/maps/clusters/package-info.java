/**
 * Clusters of voxels and their peaks, as nilearn tabulates them.
 *
 * <p>Equal to {@code get_clusters_table} of nilearn 0.14.1 where that is defined: positive
 * statistics and voxels that touch by their faces. Two things it leaves open are settled here:
 * equal values come in the order of the box, i slowest (nilearn's order of equals depends on the
 * processor), and the other contiguities have {@code scipy.ndimage.label}'s neighbours.
 */
package org.mitchell.maps.clusters;
