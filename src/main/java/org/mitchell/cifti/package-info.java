/**
 * Reading and writing of CIFTI-2 files: values of grayordinates, that is of vertices of the
 * hemispheres' surfaces and of voxels of the structures below.
 *
 * <p>What a file says of its grayordinates is compared with the matrix that it holds before
 * anything is believed.
 */
package org.mitchell.cifti;
