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
  private static final int BLOCK = 4096;

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
    int voxels = group.get(0).values().count();
    for (int from = 0; from < voxels; from += BLOCK) {
      standardise(group, scale, from, Math.min(BLOCK, voxels - from));
    }
  }

  /** Some voxels, of which there are all trials in memory. */
  private static void standardise(List<TrialImage> group, boolean scale, int from, int count) {
    var rows = new float[group.size()][count];
    for (int t = 0; t < rows.length; t++) {
      group.get(t).values().copy(from, count, rows[t]);
    }
    var means = new double[count];
    for (float[] row : rows) {
      for (int v = 0; v < count; v++) {
        means[v] += row[v];
      }
    }
    for (int v = 0; v < count; v++) {
      means[v] /= rows.length;
    }
    double[] deviations = scale ? deviations(rows, means) : means;
    for (int t = 0; t < rows.length; t++) {
      float[] row = rows[t];
      for (int v = 0; v < count; v++) {
        double centred = row[v] - means[v];
        row[v] = (float) (scale ? deviations[v] == 0 ? 0 : centred / deviations[v] : centred);
      }
      group.get(t).values().replace(from, count, row);
    }
  }

  private static double[] deviations(float[][] rows, double[] means) {
    var deviations = new double[means.length];
    for (float[] row : rows) {
      for (int v = 0; v < means.length; v++) {
        double centred = row[v] - means[v];
        deviations[v] += centred * centred;
      }
    }
    for (int v = 0; v < means.length; v++) {
      deviations[v] = Math.sqrt(deviations[v] / rows.length);
    }
    return deviations;
  }
}
