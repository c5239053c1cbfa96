package org.mitchell.paper;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * The accuracies of Mitchell et al. (2008), to be shown beside ours. The participant numbers of the
 * paper and of the public files may not correspond.
 */
public final class PublishedAccuracies {
  /** The mean over the nine participants. */
  public static final double MEAN = 0.77;

  /** Of pairs of words of one category. */
  public static final double WITHIN_CATEGORY = 0.62;

  /** Of pairs of words whose categories were both left out of the training. */
  public static final double LEAVE_CATEGORY_OUT = 0.70;

  /** The mean percentile rank of a left-out word among 1,001 candidates. */
  public static final double RANK = 0.72;

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
