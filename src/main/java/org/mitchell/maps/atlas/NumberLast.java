package org.mitchell.maps.atlas;

import java.nio.file.Path;
import java.util.List;
import org.mitchell.files.InputException;
import org.mitchell.text.Counted;

/**
 * Names before their numbers, as SPM's lists of AAL have them: abbreviation, name, number; or name
 * and number.
 */
final class NumberLast {
  private static final int MOST_CELLS = 3;

  private final Path file;

  NumberLast(Path file) {
    this.file = file;
  }

  /** The cells of a line. */
  record Row(long line, List<String> cells) {}

  /** Whether the cells of a first line are of this kind. */
  static boolean starts(List<String> cells) {
    return cells.size() > 1
        && cells.size() <= MOST_CELLS
        && NameTable.label(cells.get(cells.size() - 1)).isPresent()
        && cells.stream().limit(cells.size() - 1).allMatch(cell -> NameTable.label(cell).isEmpty());
  }

  /**
   * @throws InputException if a row has other cells than the first, or no number at its end
   */
  List<NameRow> rows(List<Row> rows) {
    Row first = rows.get(0);
    int cells = first.cells.size();
    if (!starts(first.cells)) {
      throw InputException.in(
          file,
          "line %d: '%s' where the whole number of a label is expected, got %s. %s"
              .formatted(first.line, first.cells.get(0), first.cells, NameTable.EXPECTED));
    }
    for (Row row : rows) {
      if (row.cells.size() != cells) {
        throw InputException.in(
            file,
            "line %d: %s where line %d has %d, got %s"
                .formatted(
                    row.line, Counted.of(row.cells.size(), "cell"), first.line, cells, row.cells));
      }
    }
    return rows.stream()
        .map(
            row ->
                NameTable.row(file, row.line, row.cells.get(cells - 1), row.cells.get(cells - 2)))
        .toList();
  }
}
