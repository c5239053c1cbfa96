package org.mitchell.norms;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.mitchell.files.InputException;
import org.mitchell.tables.TextTable;
import org.mitchell.text.Counted;
import org.mitchell.words.WordIndex;
import org.mitchell.words.WordMatch;

/** Which columns of a table are the norms that somebody wants. */
final class NormColumns {
  private static final Pattern RANGE = Pattern.compile("(\\d{1,9})(?:-(\\d{1,9}))?");
  private static final int MOST_NAMED = 10;

  private final Path file;
  private final TextTable table;
  private final Consumer<String> notes;
  private final List<String> names;

  NormColumns(Path file, TextTable table, Consumer<String> notes) {
    this.file = file;
    this.table = table;
    this.notes = notes;
    this.names = table.columns().subList(1, table.width());
  }

  /** The columns, from 1, since 0 is the word's. */
  int[] find(List<String> wanted) {
    return wanted.isEmpty() ? ofNumbers() : named(wanted);
  }

  private int[] ofNumbers() {
    int[] numbers =
        IntStream.range(1, table.width()).filter(column -> !table.isText(column)).toArray();
    if (numbers.length == 0) {
      throw InputException.in(
          file, "got texts in all columns behind the word where numbers are expected");
    }
    List<String> texts =
        IntStream.range(1, table.width())
            .filter(table::isText)
            .mapToObj(table.columns()::get)
            .toList();
    if (!texts.isEmpty()) {
      notes.accept(
          "%s: %s of texts %s left out: %s"
              .formatted(
                  file,
                  Counted.of(texts.size(), "column"),
                  Counted.verb(texts.size(), "is", "are"),
                  some(texts)));
    }
    requireNames(numbers);
    return numbers;
  }

  private int[] named(List<String> wanted) {
    var columns = new LinkedHashSet<Integer>();
    var index = WordIndex.of("the columns of " + file.getFileName(), names);
    for (String name : wanted) {
      var match = index.find(name).map(WordMatch::position);
      if (match.isPresent()) {
        add(columns, match.get() + 1, name);
      } else {
        addRange(columns, name);
      }
    }
    int[] found = columns.stream().mapToInt(column -> column).toArray();
    requireNames(found);
    return found;
  }

  private void addRange(Set<Integer> columns, String name) {
    var range = RANGE.matcher(name.strip());
    if (!range.matches()) {
      throw InputException.in(
          file, "there is no column '%s'. Its columns are %s".formatted(name, some(names)));
    }
    int first = Integer.parseInt(range.group(1));
    int last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
    if (first < 1 || last < first || last >= table.width()) {
      throw InputException.in(
          file,
          "got the columns '%s' where numbers from 1 to %d are expected (the word is not counted)"
              .formatted(name, table.width() - 1));
    }
    IntStream.rangeClosed(first, last).forEach(column -> add(columns, column, name));
  }

  private void add(Set<Integer> columns, int column, String name) {
    if (!columns.add(column)) {
      throw InputException.in(file, "the column '%s' is asked for twice".formatted(name));
    }
  }

  private void requireNames(int[] columns) {
    var seen = new LinkedHashSet<String>();
    for (int column : columns) {
      String name = table.columns().get(column);
      if (name.isEmpty()) {
        throw InputException.in(
            file, "line %d: column %d has no name".formatted(table.firstLine(), column));
      }
      if (!seen.add(name)) {
        throw InputException.in(
            file, "line %d: two columns are called '%s'".formatted(table.firstLine(), name));
      }
    }
  }

  private static String some(List<String> names) {
    return String.join(", ", names.subList(0, Math.min(MOST_NAMED, names.size())))
        + (names.size() > MOST_NAMED
            ? ", ... (%,d more)".formatted(names.size() - MOST_NAMED)
            : "");
  }
}
