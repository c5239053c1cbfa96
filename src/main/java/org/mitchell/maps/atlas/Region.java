package org.mitchell.maps.atlas;

/**
 * A region of an atlas on a voxel grid.
 *
 * @param label its number in the atlas
 * @param columns the voxel columns in it, ascending. Not copied
 */
public record Region(int label, String name, int[] columns) {}
