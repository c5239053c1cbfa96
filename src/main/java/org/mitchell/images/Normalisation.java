package org.mitchell.images;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.mitchell.fmri.ImageOptions.Within;
import org.mitchell.text.Counted;

/**
 * What is taken off the values of a voxel, and what they are divided by, within each run or
 * session.
 *
 * @param centre trials whose mean is taken off
 * @param zscore trials whose standard deviation becomes 1; their mean is taken off first
 */
public record Normalisation(Within centre, Within zscore) {
  /**
   * Changes the images in place. A voxel that does not vary within a run or session becomes 0 there
   * when it is to be standardised.
   */
  public void apply(List<TrialImage> trials) {
    groups(trials, centre).forEach(group -> standardise(group, false));
    groups(trials, zscore).forEach(group -> standardise(group, true));
  }

  /** What the user should know of the trials that it is done within. */
  List<String> notes(List<TrialImage> trials) {
    var notes = new ArrayList<String>();
    for (Within within : EnumSet.of(centre, zscore)) {
      List<List<TrialImage>> groups = groups(trials, within);
      String what = within.name().toLowerCase(Locale.ROOT);
      long single = groups.stream().filter(group -> group.size() == 1).count();
      if (single > 0) {
        notes.add(
            "%s a single trial, whose image is 0 once the mean of its %s is taken off"
                .formatted(Counted.of(single, what) + Counted.verb(single, " has", " have"), what));
      }
      if (within != Within.NONE && trials.stream().allMatch(t -> label(t, within).isEmpty())) {
        notes.add("no trial has a %s: all trials are taken as one".formatted(what));
      }
    }
    return notes;
  }

  private static String label(TrialImage trial, Within within) {
    return within == Within.RUN ? trial.run() : trial.session();
  }

  private static List<List<TrialImage>> groups(List<TrialImage> trials, Within within) {
    if (within == Within.NONE) {
      return List.of();
    }
    Function<TrialImage, String> key =
        within == Within.RUN ? TrialImage::ofRun : TrialImage::ofSession;
    var groups = new LinkedHashMap<String, List<TrialImage>>();
    for (TrialImage trial : trials) {
      groups.computeIfAbsent(key.apply(trial), k -> new ArrayList<>()).add(trial);
    }
    return List.copyOf(groups.values());
  }

  /** Standard deviations are those of the trials at hand: the divisor is their number. */
  private static void standardise(List<TrialImage> group, boolean scale) {
    int voxels = group.get(0).values().length;
    var means = new double[voxels];
    for (TrialImage trial : group) {
      for (int v = 0; v < voxels; v++) {
        means[v] += trial.values()[v];
      }
    }
    for (int v = 0; v < voxels; v++) {
      means[v] /= group.size();
    }
    double[] deviations = scale ? deviations(group, means) : means;
    for (TrialImage trial : group) {
      for (int v = 0; v < voxels; v++) {
        double centred = trial.values()[v] - means[v];
        trial.values()[v] =
            (float) (scale ? deviations[v] == 0 ? 0 : centred / deviations[v] : centred);
      }
    }
  }

  private static double[] deviations(List<TrialImage> group, double[] means) {
    var deviations = new double[means.length];
    for (TrialImage trial : group) {
      for (int v = 0; v < means.length; v++) {
        double centred = trial.values()[v] - means[v];
        deviations[v] += centred * centred;
      }
    }
    for (int v = 0; v < means.length; v++) {
      deviations[v] = Math.sqrt(deviations[v] / group.size());
    }
    return deviations;
  }
}
