package org.mitchell.fmri;

import java.nio.file.Path;
import java.util.Optional;
import org.mitchell.files.InputException;
import org.mitchell.matlab.MatValue;
import org.mitchell.matlab.MatValue.Numbers;
import org.mitchell.matlab.MatValue.Numeric;
import org.mitchell.matlab.MatValue.Struct;
import org.mitchell.matlab.MatValue.Text;

/** The fields of {@code meta}, the study and the voxel grid; a file may do without it. */
final class CmuMeta {
  private static final String NAME = "meta";

  private final CmuVariable meta;
  private final Optional<Struct> struct;

  private CmuMeta(CmuVariable meta, Optional<Struct> struct) {
    this.meta = meta;
    this.struct = struct;
  }

  /**
   * @throws InputException if the variable is there and is no struct
   */
  static CmuMeta of(Path file, Optional<MatValue> value) {
    var meta = new CmuVariable(file, NAME);
    if (value.isEmpty()) {
      return new CmuMeta(meta, Optional.empty());
    }
    MatValue inner = CmuVariable.unwrapped(value.get());
    if (inner instanceof Struct struct) {
      return new CmuMeta(meta, Optional.of(struct).filter(s -> s.size() > 0));
    }
    if (inner instanceof Numeric empty && empty.size() == 0) {
      return new CmuMeta(meta, Optional.empty());
    }
    throw meta.wrong(inner, "a struct is");
  }

  /** A text, such as {@code study}; nothing where the field is missing or no text. */
  Optional<String> text(String field) {
    return field(field).flatMap(value -> value instanceof Text t ? t.line() : Optional.empty());
  }

  /** A number, such as {@code dimx}; nothing where the field is missing or no number. */
  Optional<Double> number(String field) {
    return field(field)
        .filter(value -> value instanceof Numeric numeric && numeric.size() > 0)
        .map(value -> ((Numeric) value).values().get().at(0));
  }

  /**
   * Numbers in rows and columns; nothing where the field is missing or empty.
   *
   * @throws InputException if it is anything else
   */
  Optional<double[][]> matrix(String field) {
    Optional<MatValue> value = field(field);
    if (value.isEmpty() || value.get() instanceof Numeric empty && empty.size() == 0) {
      return Optional.empty();
    }
    if (!(value.get() instanceof Numeric numeric) || numeric.dims().length != 2) {
      String name = NAME + "." + field;
      throw meta.wrong(
          name + " is ", name, value.get(), value.get().description(), "a matrix of numbers is");
    }
    Numbers numbers = numeric.values().get();
    var rows = new double[numeric.dims()[0]][numeric.dims()[1]];
    for (int r = 0; r < rows.length; r++) {
      for (int c = 0; c < rows[r].length; c++) {
        rows[r][c] = numbers.at(c * rows.length + r);
      }
    }
    return Optional.of(rows);
  }

  private Optional<MatValue> field(String field) {
    return struct.flatMap(s -> s.field(field, 0)).map(CmuVariable::unwrapped);
  }
}
