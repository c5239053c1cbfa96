/**
 * How well words are told apart by the voxels of one anatomical region alone, and what several
 * feature spaces explain of its responses.
 */
package org.mitchell.analysis.regions;
