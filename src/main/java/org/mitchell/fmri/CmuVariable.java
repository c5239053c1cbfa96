package org.mitchell.fmri;

import java.nio.file.Path;
import org.mitchell.files.InputException;
import org.mitchell.matlab.MatValue;

/**
 * One of the variables of a CMU participant file ({@code info}, {@code data}, {@code meta}), and
 * how its parts are complained of.
 *
 * @param name as the user knows it
 */
record CmuVariable(Path file, String name) {
  /** Cells in cells: scipy makes one or two of them; a file may claim that they never end. */
  private static final int DEEPEST = 8;

  /** What a cell of one element holds, and that one, and so on; anything else as it is. */
  static MatValue unwrapped(MatValue value) {
    MatValue inner = value;
    for (int depth = 0; depth < DEEPEST; depth++) {
      if (!(inner instanceof MatValue.Cell cell && cell.size() == 1)) {
        return inner;
      }
      inner = cell.element(0);
    }
    return inner;
  }

  InputException wrong(String problem) {
    return InputException.in(file, problem);
  }

  /** The variable as a whole is not what is expected. */
  InputException wrong(MatValue value, String expected) {
    return wrong(name + " is ", name, value, value.description(), expected);
  }

  /**
   * A part of the variable is not what is expected.
   *
   * @param start of the sentence: where, and a verb
   * @param part MATLAB's expression for it
   * @param what it is, where it is a value that can be read
   */
  InputException wrong(String start, String part, MatValue value, String what, String expected) {
    return wrong(
        value instanceof MatValue.Unsupported unsupported
            ? start + unsupported.description() + ": " + unsupported.remedy(part)
            : start + what + " where " + expected + " expected");
  }
}
