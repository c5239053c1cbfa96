package org.mitchell.report;

import java.util.OptionalDouble;
import org.mitchell.paper.PublishedAccuracies;

/** What the paper found, beside what was found here. */
final class Published {
  /** How the paper is cited. */
  static final String CITATION =
      "Mitchell, T. M., Shinkareva, S. V., Carlson, A., Chang, K.-M., Malave, V. L., Mason, R. A.,"
          + " & Just, M. A. (2008). Predicting human brain activity associated with the meanings of"
          + " nouns. Science, 320(5880), 1191-1195. https://doi.org/10.1126/science.1152876";

  private Published() {}

  /**
   * The paper's accuracy of a participant of that number, where it can be held against the fit's:
   * of the paper's nouns and verbs, and of no simulated participant.
   */
  static OptionalDouble accuracy(ParticipantFiles participant) {
    return PublishedAccuracies.comparable(
            participant.subject(),
            participant.simulated(),
            participant.model().words(),
            participant.model().features())
        ? PublishedAccuracies.of(participant.subject())
        : OptionalDouble.empty();
  }

  static double mean() {
    return PublishedAccuracies.MEAN;
  }
}
