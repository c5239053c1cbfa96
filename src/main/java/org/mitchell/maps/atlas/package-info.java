/**
 * Anatomical names: an atlas of labels in mm, its table of names, and the regions of a voxel grid.
 */
package org.mitchell.maps.atlas;
