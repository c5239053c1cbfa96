package org.mitchell.maps;

import java.util.List;
import org.mitchell.nifti.NiftiIntent;

/**
 * A value a voxel column, or several: a map of the brain before it has a place in a file.
 *
 * @param intent what NIfTI calls the values; its name says more: r, stability, coefficient,
 *     response
 * @param signed whether values may be below zero, so that a viewer's colours are to be even about
 *     it
 * @param description one line on what the map shows
 * @param volumeNames what each volume is; one name for a plain map
 * @param volumes volumes x voxel columns; NaN where undefined
 */
public record StatMap(
    NiftiIntent intent,
    boolean signed,
    String description,
    List<String> volumeNames,
    Volumes volumes) {
  /** NIfTI keeps 15 characters of an intent's name. */
  private static final int LONGEST_STATISTIC = 15;

  public StatMap {
    volumeNames = List.copyOf(volumeNames);
    if (volumes.count() == 0 || volumes.count() != volumeNames.size()) {
      throw new IllegalArgumentException(
          volumeNames.size() + " names for " + volumes.count() + " volumes");
    }
    if (intent.name().length() > LONGEST_STATISTIC) {
      throw new IllegalArgumentException(
          "'" + intent.name() + "' is longer than NIfTI's intent name");
    }
  }

  /**
   * A map of several volumes, of values that may be below zero and follow no known law.
   *
   * @param volumes volumes x voxel columns. Not copied
   */
  public StatMap(
      String statistic, String description, List<String> volumeNames, float[][] volumes) {
    this(statistic, description, volumeNames, Volumes.of(volumes));
  }

  /** As above, of volumes that need not be in memory. */
  public StatMap(String statistic, String description, List<String> volumeNames, Volumes volumes) {
    this(
        NiftiIntent.of(NiftiIntent.CODE_ESTIMATE, statistic),
        true,
        description,
        volumeNames,
        volumes);
  }

  /** A map of one volume. */
  public static StatMap of(String statistic, String description, float[] values) {
    return new StatMap(statistic, description, List.of(statistic), new float[][] {values});
  }

  /** A map of one volume; the values are rounded to float32. */
  public static StatMap of(String statistic, String description, double[] values) {
    var rounded = new float[values.length];
    for (int v = 0; v < values.length; v++) {
      rounded[v] = (float) values[v];
    }
    return of(statistic, description, rounded);
  }

  /** The same values under another description. */
  public StatMap describedAs(String other) {
    return new StatMap(intent, signed, other, volumeNames, volumes);
  }

  /** Other values of the same kind. */
  public StatMap with(Volumes others) {
    return new StatMap(intent, signed, description, volumeNames, others);
  }

  /** The same values as what NIfTI has a code for, such as t with its degrees of freedom. */
  public StatMap meant(NiftiIntent other) {
    return new StatMap(other, signed, description, volumeNames, volumes);
  }

  /** The same values, none of which can be below zero. */
  public StatMap unsigned() {
    return new StatMap(intent, false, description, volumeNames, volumes);
  }

  /** What the values are, in a word: r, stability, coefficient, response. */
  public String statistic() {
    return intent.name();
  }

  /**
   * Whether each volume is something of its own, such as a feature's signature, even when there is
   * only one.
   */
  public boolean isSeries() {
    return !volumeNames.equals(List.of(statistic()));
  }

  /** The largest absolute value that is finite; 0 when there is none. */
  public float largest() {
    float largest = 0;
    for (int t = 0; t < volumes.count(); t++) {
      for (float value : volumes.get(t)) {
        largest = Float.isFinite(value) ? Math.max(largest, Math.abs(value)) : largest;
      }
    }
    return largest;
  }
}
