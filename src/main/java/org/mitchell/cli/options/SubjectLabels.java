package org.mitchell.cli.options;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.mitchell.data.Subjects;
import org.mitchell.files.InputException;

/** The participants that {@code --subject} names. */
final class SubjectLabels {
  private SubjectLabels() {}

  /**
   * @param data where {@code all} are looked for
   * @throws InputException if the text is no list of labels, or {@code all} finds nobody
   */
  static List<String> parse(String text, Path data) throws IOException {
    try {
      return Subjects.parse(text, data);
    } catch (IllegalArgumentException e) {
      throw new InputException("--subject: " + e.getMessage(), e);
    }
  }
}
