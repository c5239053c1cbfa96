package org.mitchell.maps.atlas;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.mitchell.files.InputException;
import org.mitchell.maps.atlas.NumberLast.Row;
import org.mitchell.text.Counted;

/** Which cells of a separated table are the number and the name. */
final class NameColumns {
  /** Names may be numbers, but not beside colours. */
  private static final int MOST_OF_NUMBERS = 3;

  private final Path file;
  private final char separator;

  NameColumns(Path file, char separator) {
    this.file = file;
    this.separator = separator;
  }

  /** Rows below a header that names the columns. */
  List<NameRow> withHeader(Row header, List<Row> rows) {
    List<String> names =
        header.cells().stream().map(cell -> cell.toLowerCase(Locale.ROOT)).toList();
    int number = first(names, NameTable.NUMBER_COLUMNS, -1);
    int name = first(names, NameTable.NAME_COLUMNS, number);
    if (number < 0 || name < 0) {
      throw InputException.in(
          file,
          "line %d: a label's number, or a header with a column index, value or label and a column name, region or label, is expected, got %s"
              .formatted(header.line(), header.cells()));
    }
    rows.forEach(row -> requireNoMore(row, names.size(), "the header"));
    return rows.stream().map(row -> row(row, number, name)).toList();
  }

  /** Rows without a header: the number comes first, then the name or numbers before it. */
  List<NameRow> withoutHeader(List<Row> rows) {
    int name = nameColumn(rows);
    Row first = rows.get(0);
    if (separator != '\t') {
      // A comma in a name makes a cell more.
      rows.forEach(row -> requireNoMore(row, first.cells().size(), "line " + first.line()));
    }
    return rows.stream().map(row -> row(row, 0, name)).toList();
  }

  /** The second column, or the first that holds words where that one holds colours. */
  private int nameColumn(List<Row> rows) {
    int columns = rows.stream().mapToInt(row -> row.cells().size()).min().orElseThrow();
    if (columns <= 2 || holdsWords(rows, 1)) {
      return 1;
    }
    OptionalInt column =
        IntStream.range(2, columns).filter(other -> holdsWords(rows, other)).findFirst();
    if (column.isEmpty() && columns > MOST_OF_NUMBERS) {
      throw InputException.in(
          file,
          "line %d: numbers alone where a name is expected, got %s"
              .formatted(rows.get(0).line(), rows.get(0).cells()));
    }
    return column.orElse(1);
  }

  private static boolean holdsWords(List<Row> rows, int column) {
    return rows.stream().anyMatch(row -> row.cells().size() > column && isWords(row, column));
  }

  private static boolean isWords(Row row, int column) {
    String cell = row.cells().get(column);
    return !cell.isEmpty() && !new NameLine.Word(cell, false).isNumber();
  }

  private void requireNoMore(Row row, int cells, String where) {
    long filled =
        IntStream.range(0, row.cells().size())
            .filter(c -> c < cells || !row.cells().get(c).isEmpty())
            .count();
    if (filled > cells) {
      throw InputException.in(
          file,
          "line %d: %s where %s has %d, got %s. Put a name that holds the separator in quotes"
              .formatted(
                  row.line(), Counted.of(row.cells().size(), "cell"), where, cells, row.cells()));
    }
  }

  private NameRow row(Row row, int number, int name) {
    int needed = Math.max(number, name) + 1;
    if (row.cells().size() < needed) {
      throw InputException.in(
          file,
          "line %d: %s where at least %d are expected, got %s"
              .formatted(row.line(), Counted.of(row.cells().size(), "cell"), needed, row.cells()));
    }
    return NameTable.row(file, row.line(), row.cells().get(number), row.cells().get(name));
  }

  private static int first(List<String> header, List<String> wanted, int other) {
    return wanted.stream()
        .mapToInt(header::indexOf)
        .filter(place -> place >= 0 && place != other)
        .findFirst()
        .orElse(-1);
  }
}
