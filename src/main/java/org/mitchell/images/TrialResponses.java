package org.mitchell.images;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mitchell.files.InputException;
import org.mitchell.fmri.Presentation;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.Stimulus;
import org.mitchell.fmri.TrialValues;
import org.mitchell.fmri.VoxelPlaces;

/** Images of trials, in the order of time, gathered by word. */
public final class TrialResponses {
  private TrialResponses() {}

  /**
   * Gathers the images of each word; its presentations are its trials, in their order.
   *
   * @param participant its label
   * @param study what is known of the study
   * @param trials in the order of presentation
   * @throws InputException if a word has two categories
   */
  public static Responses of(
      String participant,
      String study,
      List<TrialImage> trials,
      Optional<? extends VoxelPlaces> places,
      List<String> notes) {
    var words = new LinkedHashMap<String, List<TrialImage>>();
    for (TrialImage trial : trials) {
      List<TrialImage> same =
          words.computeIfAbsent(trial.stimulus().word(), word -> new ArrayList<>());
      same.add(trial);
      if (!same.get(0).stimulus().sameCategory(trial.stimulus())) {
        throw new InputException(
            "%s: the word %s has category '%s' in one trial and '%s' in another"
                .formatted(
                    participant,
                    trial.stimulus().word(),
                    same.get(0).stimulus().category(),
                    trial.stimulus().category()));
      }
    }
    List<Stimulus> stimuli =
        words.values().stream().map(images -> images.get(0).stimulus()).toList();
    TrialValues[][] values =
        words.entrySet().stream()
            .map(Map.Entry::getValue)
            .map(TrialResponses::values)
            .toArray(TrialValues[][]::new);
    Presentation[][] shown =
        words.values().stream()
            .map(images -> images.stream().map(TrialImage::place).toArray(Presentation[]::new))
            .toArray(Presentation[][]::new);
    return new Responses(participant, study, stimuli, values, shown, places, notes);
  }

  private static TrialValues[] values(List<TrialImage> images) {
    return images.stream().map(TrialImage::values).toArray(TrialValues[]::new);
  }
}
