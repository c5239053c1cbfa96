package org.mitchell.paper;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * The leave-two-out accuracies of Mitchell et al. (2008), to be shown beside ours. The participant
 * numbers of the paper and of the public files may not correspond.
 */
public final class PublishedAccuracies {
  /** The mean over the nine participants. */
  public static final double MEAN = 0.77;

  private static final Map<String, Double> BY_PARTICIPANT =
      Map.of(
          "P1", .83, "P2", .76, "P3", .78, "P4", .72, "P5", .78, "P6", .85, "P7", .73, "P8", .68,
          "P9", .82);

  private PublishedAccuracies() {}

  /** The accuracy of P1 .. P9; nothing for other labels. */
  public static OptionalDouble of(String participant) {
    Double accuracy = BY_PARTICIPANT.get(participant);
    return accuracy == null ? OptionalDouble.empty() : OptionalDouble.of(accuracy);
  }
}
