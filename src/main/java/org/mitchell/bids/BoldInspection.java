package org.mitchell.bids;

import java.util.List;

/**
 * What is known of a participant's runs before images of trials are made.
 *
 * @param runs those that are in order
 * @param voxels of the mask that all have
 * @param ofNoInterest types of events that are no stimuli
 * @param notes what the user should know
 */
public record BoldInspection(
    List<RunPlan> runs, int voxels, List<String> ofNoInterest, List<String> notes) {
  public BoldInspection {
    runs = List.copyOf(runs);
    ofNoInterest = List.copyOf(ofNoInterest);
    notes = List.copyOf(notes);
  }
}
