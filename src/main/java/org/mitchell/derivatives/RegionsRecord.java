package org.mitchell.derivatives;

import java.util.List;
import org.mitchell.analysis.regions.RegionAccuracy;
import org.mitchell.provenance.Provenance;

/**
 * Accuracies by region with all that is to be written of them.
 *
 * @param fit the participant's
 * @param accuracies in the order of the atlas' table of names
 * @param left how many regions have too few voxels
 * @param atlas the file of the regions
 * @param permutations relabellings of the words; 0 for none
 * @param fewestVoxels what a region must have
 */
public record RegionsRecord(
    SavedFit fit,
    List<RegionAccuracy> accuracies,
    int left,
    String atlas,
    int permutations,
    int fewestVoxels,
    Provenance provenance) {
  public RegionsRecord {
    accuracies = List.copyOf(accuracies);
  }
}
