/** How well words are told apart by the voxels of one anatomical region alone. */
package org.mitchell.analysis.regions;
