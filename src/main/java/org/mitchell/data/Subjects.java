package org.mitchell.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mitchell.files.InputException;
import org.mitchell.files.Remedy;

/**
 * Reads the value of {@code --subject}: labels and ranges with commas between them, or {@code all}.
 */
public final class Subjects {
  private static final String ALL = "all";
  private static final String RANGE_DOTS = "..";
  private static final int LARGEST_RANGE = 10_000;

  /** Up to nine digits: what an int holds. */
  private static final Pattern NUMBERED = Pattern.compile("([A-Za-z0-9]*?)([0-9]{1,9})");

  private Subjects() {}

  /**
   * The labels that {@code text} stands for, in its order; a label named twice counts once.
   *
   * @param text such as {@code P1}, {@code P1,P3}, {@code P1..P9}, {@code M01..M12}, or {@code all}
   *     for every participant found in the folder, in natural order, or whom the file's name says
   * @param data the folder of {@code all}, or the file of one participant
   * @throws IllegalArgumentException if the text is not such a list
   * @throws InputException if {@code all} finds nobody, or several labels share a file
   * @throws IOException if the folder cannot be read
   */
  public static List<String> parse(String text, Path data) throws IOException {
    if (text.strip().equals(ALL)) {
      return all(data);
    }
    Set<String> labels = new LinkedHashSet<>();
    for (String part : text.split(",", -1)) {
      String item = part.strip();
      if (item.equals(ALL)) {
        throw new IllegalArgumentException("got '" + text + "', but 'all' stands alone");
      }
      labels.addAll(item.contains(RANGE_DOTS) ? range(item) : List.of(Labels.checked(item)));
    }
    if (labels.size() > 1 && Files.exists(data) && !Files.isDirectory(data)) {
      throw InputException.in(
          data,
          "one file for " + labels.size() + " participants (" + text + ")",
          Remedy.FOLDER_OF_DATA);
    }
    return List.copyOf(labels);
  }

  private static List<String> all(Path data) throws IOException {
    if (!Files.exists(data)) {
      throw InputException.in(
          data, "there is no such file or folder. " + ParticipantFiles.whereToGet(data, "P1"));
    }
    if (!Files.isDirectory(data)) {
      return List.of(
          ParticipantFiles.label(data)
              .orElseThrow(
                  () ->
                      InputException.in(
                          data, "one file, whose name does not say whose it is", Remedy.LABEL)));
    }
    List<String> labels = ParticipantFiles.labels(data);
    if (labels.isEmpty()) {
      throw InputException.in(
          data, "no participant's responses are here. " + ParticipantFiles.whereToGet(data, "P1"));
    }
    return labels;
  }

  private static List<String> range(String item) {
    int dots = item.indexOf(RANGE_DOTS);
    Matcher first = NUMBERED.matcher(item.substring(0, dots));
    Matcher last = NUMBERED.matcher(item.substring(dots + RANGE_DOTS.length()));
    if (!first.matches() || !last.matches() || !first.group(1).equals(last.group(1))) {
      throw notARange(item, "two labels that differ in their last number");
    }
    int from = Integer.parseInt(first.group(2));
    int to = Integer.parseInt(last.group(2));
    if (to < from || to - from >= LARGEST_RANGE) {
      throw notARange(item, "a first number not above the last, and at most 10,000 participants");
    }
    String format = first.group(1) + "%0" + first.group(2).length() + "d";
    Set<String> labels = new LinkedHashSet<>();
    for (int number = from; number <= to; number++) {
      labels.add(String.format(Locale.ROOT, format, number));
    }
    if (!labels.contains(last.group())) {
      throw notARange(item, "as many leading zeros in both labels");
    }
    return List.copyOf(labels);
  }

  private static IllegalArgumentException notARange(String item, String expected) {
    return new IllegalArgumentException(
        "got '" + item + "' where a range such as P1..P9 is expected: " + expected);
  }
}
