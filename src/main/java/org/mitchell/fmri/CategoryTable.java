package org.mitchell.fmri;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mitchell.tables.TableKind;
import org.mitchell.tables.TableRow;
import org.mitchell.tables.TableRules;
import org.mitchell.tables.TextTable;

/**
 * A table of words and their categories: the word first, then its category, or the column that a
 * header calls so.
 */
public final class CategoryTable {
  private static final Set<String> NAMES =
      Set.of("category", "categories", "cond", "condition", "class");

  private CategoryTable() {}

  /**
   * @throws org.mitchell.files.InputException if a row has no second cell, or gives a word another
   *     category than an earlier row
   */
  public static Map<String, String> read(Path file, TableRules rules) throws IOException {
    var categories = new LinkedHashMap<String, String>();
    Optional<TextTable> table = TextTable.open(file, rules, TableKind.texts(NAMES));
    if (table.isPresent()) {
      int column = column(table.get());
      table.get().rows(row -> add(row, column, categories));
    }
    return categories;
  }

  private static int column(TextTable table) {
    for (int column = 1; column < table.width(); column++) {
      if (NAMES.contains(table.columns().get(column).toLowerCase(Locale.ROOT))) {
        return column;
      }
    }
    return 1;
  }

  private static void add(TableRow row, int column, Map<String, String> categories) {
    if (row.cells().size() <= column || row.cells().get(column).isEmpty()) {
      throw row.problem("a word and its category are expected, got " + row.cells());
    }
    String category = row.cells().get(column);
    String former = categories.putIfAbsent(row.word(), category);
    if (former != null && !former.equals(category)) {
      throw row.problem(
          "%s is of category '%s' here and '%s' above".formatted(row.word(), category, former));
    }
  }
}
