package org.mitchell.bids;

import java.util.Optional;
import org.mitchell.maps.volumes.VolumePlace;
import org.mitchell.trials.FrameTimes;
import org.mitchell.trials.RunDesign;
import org.mitchell.trials.TrialWeights;

/**
 * What is done with a run, before its images are looked at.
 *
 * @param place where its voxels lie
 * @param frames when its frames were taken
 * @param design what happened when
 * @param weights of the frames in each trial's image; nothing where no event is a stimulus
 */
public record RunPlan(
    BoldRun run,
    VolumePlace place,
    FrameTimes frames,
    RunDesign design,
    Optional<TrialWeights> weights) {}
