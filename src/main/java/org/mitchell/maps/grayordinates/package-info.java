/**
 * Maps of vertices of surfaces, and of voxels of structures below: read from GIFTI and CIFTI files,
 * and written back in the form that they came in.
 */
package org.mitchell.maps.grayordinates;
