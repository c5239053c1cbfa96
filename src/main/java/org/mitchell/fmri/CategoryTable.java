package org.mitchell.fmri;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mitchell.files.InputException;

/** A table of words and their categories: two columns, a header {@code word category} or none. */
public final class CategoryTable {
  private CategoryTable() {}

  /**
   * @throws InputException if a row has no second cell, or gives a word another category than an
   *     earlier row
   */
  public static Map<String, String> read(Path file) throws IOException {
    List<TextRow> rows = TextRow.readAll(file);
    var categories = new LinkedHashMap<String, String>();
    for (TextRow row : rows) {
      if (row.cells().size() < 2 || row.cells().get(1).isBlank()) {
        throw InputException.in(
            file,
            "line %d: a word and its category are expected, got %s"
                .formatted(row.line(), row.cells()));
      }
      String word = row.cells().get(0).strip();
      String category = row.cells().get(1).strip();
      if (row == rows.get(0) && word.equalsIgnoreCase("word")) {
        continue;
      }
      String former = categories.putIfAbsent(word, category);
      if (former != null && !former.equals(category)) {
        throw InputException.in(
            file,
            "line %d: %s is of category '%s' here and '%s' above"
                .formatted(row.line(), word, category, former));
      }
    }
    return categories;
  }
}
