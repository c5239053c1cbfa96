package org.mitchell.fmri;

/**
 * The space that a voxel grid's millimetres are measured in.
 *
 * @param label the BIDS label, such as MNI152Lin, or {@code individual} for a participant's own
 *     space
 * @param xformCode NIfTI's code for it: 1 scanner, 2 aligned, 3 Talairach, 4 MNI152
 */
public record Space(String label, int xformCode) {
  /** MNI space, in which the CMU participants lie. */
  public static final Space MNI = of("MNI152Lin");

  /** The participant's own space. */
  public static final Space INDIVIDUAL = new Space("individual", 1);

  public Space {
    if (!label.matches("[A-Za-z0-9]+")) {
      throw new IllegalArgumentException(
          "a space label has letters and digits only, as BIDS wants it; got '" + label + "'");
    }
  }

  /** The space of a BIDS label; the code follows from it. */
  public static Space of(String label) {
    if (label.startsWith("MNI")) {
      return new Space(label, 4);
    }
    if (label.startsWith("Talairach")) {
      return new Space(label, 3);
    }
    return new Space(label, label.equals("individual") ? 1 : 2);
  }
}
