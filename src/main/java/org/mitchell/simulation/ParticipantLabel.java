package org.mitchell.simulation;

import java.util.regex.Pattern;
import org.mitchell.files.InputException;

/** The labels that a simulated participant may have. */
final class ParticipantLabel {
  private static final Pattern REAL = Pattern.compile("(?i)p0*[1-9]");
  private static final Pattern BIDS = Pattern.compile("[A-Za-z0-9]+");
  private static final Pattern PREFIX = Pattern.compile("(?i)^sub-");

  private ParticipantLabel() {}

  /**
   * The label without {@code sub-}.
   *
   * @throws InputException if it is that of a real participant, or no BIDS label
   */
  static String require(String given) {
    String label = PREFIX.matcher(given.strip()).replaceFirst("");
    if (REAL.matcher(label).matches()) {
      throw new InputException(
          "participant '%s': simulated data never takes the name of a real participant. Choose another, such as sim1"
              .formatted(given));
    }
    if (!BIDS.matcher(label).matches()) {
      throw new InputException(
          "participant '%s': a label of letters and digits is expected, such as sim1"
              .formatted(given));
    }
    return label;
  }
}
