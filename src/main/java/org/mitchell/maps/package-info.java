/**
 * Stat maps: values of voxel columns as images that viewers open.
 *
 * <p>Outside the brain an image holds NaN, because zero is a legal value of every map.
 *
 * <p>A package of the library's API.
 */
package org.mitchell.maps;
