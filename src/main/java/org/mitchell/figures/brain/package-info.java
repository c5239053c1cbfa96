/**
 * Pictures of brains: slices, glass brains and cortical surfaces of a map.
 *
 * <p>What was measured is shown as it was measured: a dot has the value of the voxel that it lies
 * in, nothing is smoothed. Every picture says where it was cut, which side is which, what the
 * colours stand for and what is left out.
 */
package org.mitchell.figures.brain;
