package org.mitchell.tables;

import java.nio.file.Path;
import java.util.List;
import org.mitchell.files.InputException;
import org.mitchell.text.Counted;
import org.mitchell.words.WordForm;

/**
 * One row of a table.
 *
 * @param file the table, for messages
 * @param line where the row begins in the file, from 1
 * @param cells the texts of its cells, without blanks around them; the word's first
 * @param point the sign before the fraction of a number
 */
public record TableRow(Path file, long line, List<String> cells, char point) {
  /** The word in its canonical form. */
  public String word() {
    return WordForm.canonical(cells.get(0));
  }

  /**
   * The number in a cell: NaN where it is missing or is no number, and infinities as they are.
   *
   * @param cell from 0, which is the word's
   */
  public double value(int cell) {
    return NumberText.parse(cells.get(cell), point);
  }

  /** Whether there is a number in a cell, or a word for a missing one. */
  public boolean isNumber(int cell) {
    return NumberText.isMissing(cells.get(cell)) || !Double.isNaN(value(cell));
  }

  /**
   * The number in a cell; NaN where it is missing.
   *
   * @throws InputException if there is no such cell, or another text in it
   */
  public double number(int cell) {
    if (cell >= cells.size()) {
      throw problem(
          "%s where at least %d are expected"
              .formatted(Counted.of(cells.size(), "cell"), cell + 1));
    }
    if (!isNumber(cell)) {
      throw InputException.in(
          file,
          "line %d, column %d: '%s' where a number is expected%s"
              .formatted(line, cell + 1, cells.get(cell), hint(cells.get(cell))));
    }
    return value(cell);
  }

  /** Whether all cells are empty. */
  boolean isEmpty() {
    return cells.stream().allMatch(String::isEmpty);
  }

  /**
   * @throws InputException if the row has another number of cells
   */
  public void requireCells(int expected) {
    if (cells.size() != expected) {
      throw problem(
          "got %s where %,d are expected".formatted(Counted.of(cells.size(), "cell"), expected));
    }
  }

  /** An error in this row. */
  public InputException problem(String what) {
    return InputException.in(file, "line %d: %s".formatted(line, what));
  }

  /** What may be wrong with a text that would be a number with another decimal sign. */
  public String hint(String cell) {
    char other = point == '.' ? ',' : '.';
    if (!NumberText.isDecimal(cell, other) || cell.indexOf(other) < 0) {
      return "";
    }
    return point == ','
        ? ", with a decimal comma as in other rows"
        : " (1,234 may be a decimal comma or a thousand: write a decimal point)";
  }
}
