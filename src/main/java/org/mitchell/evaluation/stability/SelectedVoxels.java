package org.mitchell.evaluation.stability;

/**
 * What is selected in one fold.
 *
 * @param positions the selected voxels, as ascending positions among the candidates
 * @param threshold the lowest stability among them; minus infinity when fewer are defined than
 *     wanted
 */
public record SelectedVoxels(int[] positions, double threshold) {}
