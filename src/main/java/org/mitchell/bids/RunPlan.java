package org.mitchell.bids;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.mitchell.fmri.Stimulus;
import org.mitchell.images.TrialImage;
import org.mitchell.maps.volumes.VolumePlace;
import org.mitchell.trials.FrameTimes;
import org.mitchell.trials.RunDesign;
import org.mitchell.trials.TrialModel;

/**
 * What is done with a run, before its images are looked at.
 *
 * @param place where its voxels lie
 * @param frames when its frames were taken
 * @param design what happened when
 * @param model of the trials; nothing where no event is a stimulus
 */
public record RunPlan(
    BoldRun run,
    VolumePlace place,
    FrameTimes frames,
    RunDesign design,
    Optional<TrialModel> model) {
  /**
   * The trials of the run, in the order of their onsets.
   *
   * @param images gives the values of each, by its number
   */
  public List<TrialImage> trials(IntFunction<float[]> images) {
    var trials = new ArrayList<TrialImage>();
    for (int t = 0; t < design.trials().size(); t++) {
      var shown = new Stimulus(design.trials().get(t).type(), "");
      trials.add(new TrialImage(shown, run.session(), run.number(), images.apply(t)));
    }
    return trials;
  }
}
