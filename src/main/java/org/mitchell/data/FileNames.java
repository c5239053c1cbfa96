package org.mitchell.data;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the name of a file says: whose responses it holds, if any. */
final class FileNames {
  private static final Pattern MATLAB = Pattern.compile("data-science-([A-Za-z0-9]+)\\.mat");
  private static final Pattern TABLE =
      Pattern.compile(".*\\.(txt|csv|tsv)(\\.gz)?", Pattern.CASE_INSENSITIVE);
  private static final Pattern COORDINATES =
      Pattern.compile(".*_(voxels|coords)\\.(txt|csv|tsv)(\\.gz)?", Pattern.CASE_INSENSITIVE);
  private static final Pattern NUMBERED = Pattern.compile("[A-Za-z]*[0-9]+");

  /** Tables of word features are named like this: {@code verb25_60nouns.csv}. */
  private static final Pattern FEATURES =
      Pattern.compile("[A-Za-z]{4,}[0-9]+_[0-9]+(nouns|words)\\..*");

  private FileNames() {}

  static String matlab(String label) {
    return "data-science-" + label + ".mat";
  }

  /** Whether a file of this name holds the responses of the participant {@code label}. */
  static boolean holdsResponsesOf(String label, String name) {
    return name.equals(matlab(label))
        || (name.startsWith(label) && endsLabel(name, label.length()) && isResponseTable(name));
  }

  /**
   * Whose responses a file holds when nobody has named the participant. Stricter than {@link
   * #holdsResponsesOf}: a table counts only when its name starts with a number or with letters and
   * a number, or {@code README.txt} would be a participant, and names of feature tables do not
   * count.
   */
  static Optional<String> label(String name) {
    Matcher matlab = MATLAB.matcher(name);
    if (matlab.matches()) {
      return Optional.of(matlab.group(1));
    }
    Matcher start = NUMBERED.matcher(name);
    boolean participant =
        start.lookingAt()
            && endsLabel(name, start.end())
            && isResponseTable(name)
            && !FEATURES.matcher(name).matches();
    return participant ? Optional.of(start.group()) : Optional.empty();
  }

  private static boolean isResponseTable(String name) {
    return TABLE.matcher(name).matches() && !COORDINATES.matcher(name).matches();
  }

  private static boolean endsLabel(String name, int end) {
    return end < name.length() && !Character.isLetterOrDigit(name.codePointAt(end));
  }
}
