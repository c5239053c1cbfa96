/**
 * Images that users give, read in one way: what is no volume of voxels is refused, millimetres are
 * millimetres, and a place that a file does not state is never guessed silently.
 */
package org.mitchell.maps.volumes;
