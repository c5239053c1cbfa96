package org.mitchell.trials;

import java.util.List;
import java.util.Map;

/**
 * What is known of a run before its images are looked at.
 *
 * @param frames when its frames were taken
 * @param trials the events that get an image each, in the order of the images
 * @param others events of no interest, a regressor for each type
 * @param drift slow changes
 * @param confounds columns of frames each, finite; by name, in order
 */
public record RunDesign(
    FrameTimes frames,
    List<Event> trials,
    Map<String, List<Event>> others,
    Drift drift,
    Map<String, double[]> confounds) {}
