package org.mitchell.bids;

import java.nio.file.Path;
import java.util.List;
import org.mitchell.fmri.VoxelGrid;
import org.mitchell.images.TrialImage;

/**
 * Trial images of a participant.
 *
 * @param study the name of the dataset, or empty; simulated ones say SIMULATED
 * @param trials run by run, in the order of their onsets; percent of each run's mean
 * @param grid where the voxels lie
 * @param notes what the user should know of how the images were made
 * @param files that had a part
 */
public record BoldTrials(
    String study, List<TrialImage> trials, VoxelGrid grid, List<String> notes, List<Path> files) {
  public BoldTrials {
    trials = List.copyOf(trials);
    notes = List.copyOf(notes);
    files = List.copyOf(files);
  }
}
