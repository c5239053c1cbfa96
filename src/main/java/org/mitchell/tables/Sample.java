package org.mitchell.tables;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mitchell.files.InputException;

/**
 * The first rows of a table as one separator cuts them, comments and empty lines left out.
 *
 * @param comment the text of the comment right before the first row, without its sign; empty where
 *     there is none
 * @param failure what is wrong with the row behind these, if that is why there are no more
 */
record Sample(
    char separator,
    boolean quoted,
    List<Cells> records,
    String comment,
    Optional<InputException> failure) {
  private static final int ROWS = 60;

  /** Rows of whole brains are a million characters long. */
  private static final int CHARACTERS = 1 << 22;

  Sample {
    records = List.copyOf(records);
  }

  /** The cells of one row, without blanks around them. */
  record Cells(long line, List<String> cells, boolean inQuotes) {
    Cells {
      cells = cells.stream().map(String::strip).toList();
    }

    int size() {
      return cells.size();
    }

    /** How many cells at the end are numbers, the first cell not counted. */
    int trailingNumbers() {
      int count = 0;
      while (count < size() - 1 && isNumber(cells.get(size() - 1 - count))) {
        count++;
      }
      return count;
    }

    boolean isEmpty() {
      return cells.stream().allMatch(String::isEmpty);
    }
  }

  /** A number with a decimal point or comma, or a word for a missing one. */
  static boolean isNumber(String cell) {
    return NumberText.isMissing(cell)
        || !Double.isNaN(NumberText.parse(cell, '.'))
        || NumberText.isDecimal(cell, ',');
  }

  static Sample read(Path file, TableRules rules, char separator, boolean quoted)
      throws IOException {
    var splitter = new CellSplitter(file, separator, quoted);
    var records = new ArrayList<Cells>();
    String comment = "";
    Optional<InputException> failure = Optional.empty();
    try (Lines lines = Lines.open(file, rules)) {
      int characters = 0;
      while (failure.isEmpty()
          && records.size() < ROWS
          && characters < CHARACTERS
          && lines.advance()) {
        lines.requireText();
        characters += lines.length();
        if (lines.startsWith('#')) {
          String text = lines.text().substring(1);
          comment = records.isEmpty() ? text : comment;
        } else if (!lines.isBlank()) {
          int expected = records.isEmpty() ? 0 : records.get(0).size();
          boolean inQuotes = lines.startsWith('"');
          long line = lines.number();
          lines.text(); // an encoding error is one for every separator
          try {
            records.add(new Cells(line, splitter.split(lines, expected), inQuotes));
          } catch (InputException e) {
            failure = Optional.of(e); // said when the rows are read, if this separator is the one
          }
        }
      }
    }
    return new Sample(separator, quoted, records, comment, failure);
  }

  /** Whether the separator parts most rows, 2, or the first line alone, 1, or neither, 0. */
  int parts() {
    return usualSize() > 1 ? 2 : !records.isEmpty() && records.get(0).size() > 1 ? 1 : 0;
  }

  boolean allQuoted() {
    return records.stream().allMatch(Cells::inQuotes);
  }

  /** The rows behind the first, which may be a header; the first where it is the only one. */
  List<Cells> rows() {
    return records.size() < 2 ? records : records.subList(1, records.size());
  }

  /** How many cells most rows have. */
  int usualSize() {
    return mostCommon(rows().stream().map(Cells::size).toList());
  }

  /** Of the cells behind the words, those that are numbers or say that there is none. */
  double numberShare() {
    long numbers = 0;
    long all = 0;
    for (Cells row : rows()) {
      List<String> values = row.cells.subList(Math.min(1, row.size()), row.size());
      numbers += values.stream().filter(Sample::isNumber).count();
      all += values.size();
    }
    return all == 0 ? 0 : numbers / (double) all;
  }

  /** The share of rows of the usual size. */
  double consistency() {
    int usual = usualSize();
    return records.isEmpty()
        ? 0
        : records.stream().filter(r -> r.size() == usual).count() / (double) records.size();
  }

  /** The number that comes most often, the first of those. */
  static int mostCommon(List<Integer> numbers) {
    Map<Integer, Integer> counts = new HashMap<>();
    numbers.forEach(n -> counts.merge(n, 1, Integer::sum));
    int most = counts.values().stream().mapToInt(c -> c).max().orElse(0);
    return numbers.stream().filter(n -> counts.get(n) == most).findFirst().orElse(0);
  }
}
