/** Linear maps from what several participants share into the voxels of another one. */
package org.mitchell.encoding.alignment;
