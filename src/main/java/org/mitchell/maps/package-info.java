/**
 * Stat maps: values of voxel columns as images that viewers open. Images are read in {@code
 * volumes}; {@code clusters} and {@code atlas} say which voxels hang together and where they lie.
 * What the values are worth is asked in {@code inference}, above.
 *
 * <p>Outside the brain an image holds NaN, because zero is a legal value of every map.
 *
 * <p>A package of the library's API.
 */
package org.mitchell.maps;
