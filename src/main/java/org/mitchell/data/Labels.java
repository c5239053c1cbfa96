package org.mitchell.data;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What a participant's label may be, and the labels of the paper's nine. */
final class Labels {
  /** The participants whose files are public. */
  static final List<String> PAPER =
      IntStream.rangeClosed(1, 9).mapToObj(number -> "P" + number).toList();

  private static final Pattern VALID = Pattern.compile("[A-Za-z0-9]+");

  private Labels() {}

  /** Returns the label, which becomes part of BIDS file names: ASCII letters and digits only. */
  static String checked(String label) {
    if (!VALID.matcher(label).matches()) {
      throw new IllegalArgumentException(
          "got '" + label + "' where a label of letters and digits is expected, such as P1");
    }
    return label;
  }
}
