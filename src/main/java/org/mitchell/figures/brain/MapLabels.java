package org.mitchell.figures.brain;

import java.util.List;

/**
 * What is written about a map.
 *
 * @param file the name of its file
 * @param subject whose brain it is, empty where that is not known
 * @param title what it shows
 * @param statistic what its values are: r, t, z
 * @param kind what that is
 * @param volume which volume of its file, empty where there is one only
 * @param space where its millimetres are measured: MNI152, scanner
 * @param xform NIfTI's code of that space; 0 where the file does not say where its voxels lie
 * @param simulated whether the data were made by a program
 * @param settings how the model was fitted, how many words it had, and what p is corrected for;
 *     empty where that is not known
 */
public record MapLabels(
    String file,
    String subject,
    String title,
    String statistic,
    Kind kind,
    String volume,
    String space,
    int xform,
    boolean simulated,
    List<String> settings) {
  public MapLabels {
    settings = List.copyOf(settings);
  }

  /** What values are, as far as pictures differ. */
  public enum Kind {
    /** p-values: the small ones say most. */
    P,
    /** What cannot be below zero: F, chi-squared, minus the logarithm of p. */
    POSITIVE,
    /** Anything else. */
    OTHER
  }

  /** Whether the file says which side is which. */
  public boolean oriented() {
    return xform > 0;
  }

  /** Whose brain, what is shown, and which volume of it. */
  public String heading() {
    return (subject.isEmpty() ? "" : subject + ": ")
        + title
        + (volume.isEmpty() ? "" : ": " + volume);
  }
}
