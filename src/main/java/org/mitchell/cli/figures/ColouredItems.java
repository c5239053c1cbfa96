package org.mitchell.cli.figures;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.mitchell.files.InputException;
import org.mitchell.tables.TableKind;
import org.mitchell.tables.TableRow;
import org.mitchell.tables.TableRules;
import org.mitchell.tables.TextTable;

/** A table of what a picture shows: a name a row, and a column by which it is coloured. */
final class ColouredItems {
  /** Of columns, by which a header is told. */
  private static final Set<String> NAMES =
      Set.of("name", "word", "stimulus", "label", "picture", "caption", "sentence", "category");

  private ColouredItems() {}

  /**
   * The group of each name, in the order of the table.
   *
   * @param column its name in the header
   * @throws InputException if there is no such column, or a name comes twice or has no group
   */
  static Map<String, String> read(Path file, String column, TableRules rules) throws IOException {
    String sought = column.toLowerCase(Locale.ROOT);
    var names = new HashSet<String>(NAMES);
    names.add(sought);
    TextTable table =
        TextTable.open(file, rules, new TableKind(false, false, names, false))
            .orElseThrow(() -> InputException.in(file, "no rows. A name a row is expected"));
    List<String> columns =
        table.columns().stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    int place = columns.indexOf(sought);
    if (place < 1) {
      throw InputException.in(
          file,
          "got the columns %s where one behind the names is called '%s'"
              .formatted(String.join(", ", table.columns()), column));
    }
    var groups = new LinkedHashMap<String, String>();
    table.rows(row -> add(row, place, column, groups));
    return groups;
  }

  private static void add(TableRow row, int place, String column, Map<String, String> groups) {
    String group = row.cells().size() <= place ? "" : row.cells().get(place).strip();
    if (group.isEmpty()) {
      throw row.problem("got no %s for '%s' where one is expected".formatted(column, row.word()));
    }
    if (groups.putIfAbsent(row.word(), group) != null) {
      throw row.problem(
          "got '%s' a second time where a name of its own is expected".formatted(row.word()));
    }
  }
}
