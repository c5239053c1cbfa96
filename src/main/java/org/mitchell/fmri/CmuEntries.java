package org.mitchell.fmri;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.mitchell.files.InputException;
import org.mitchell.matlab.MatValue;
import org.mitchell.matlab.MatValue.Cell;
import org.mitchell.matlab.MatValue.Numeric;
import org.mitchell.matlab.MatValue.Struct;
import org.mitchell.matlab.MatValue.Text;
import org.mitchell.text.Counted;

/**
 * The entries of {@code info}, one a trial, in any of the layouts that MATLAB and scipy give them:
 * a struct array; a cell array of structs; one struct whose fields are columns (cells, rows of
 * letters, numbers).
 */
final class CmuEntries {
  private static final String NAME = "info";
  private static final List<String> FIELDS = List.of("word", "cond", "epoch");

  private final CmuVariable info;
  private final int count;
  private final Fields fields;

  /** The value of a field in an entry; nothing where there is none. */
  private interface Fields {
    Optional<MatValue> value(String field, int entry);
  }

  private CmuEntries(CmuVariable info, int count, Fields fields) {
    this.info = info;
    this.count = count;
    this.fields = fields;
  }

  /**
   * @throws InputException if the variable has none of the layouts
   */
  static CmuEntries of(Path file, MatValue value) {
    var info = new CmuVariable(file, NAME);
    MatValue inner = CmuVariable.unwrapped(value);
    if (inner instanceof Struct struct) {
      return struct.size() == 1
          ? columns(info, struct)
          : new CmuEntries(info, struct.size(), struct::field);
    }
    if (inner instanceof Cell cell) {
      List<Struct> entries = structs(info, cell);
      return new CmuEntries(info, entries.size(), (field, n) -> entries.get(n).field(field, 0));
    }
    throw info.wrong(NAME + " is ", NAME, inner, inner.kind(), "a struct array is");
  }

  int count() {
    return count;
  }

  /**
   * The word of a trial.
   *
   * @throws InputException if it is missing, blank or no text
   */
  String word(int trial) {
    Optional<MatValue> value = value("word", trial);
    return value
        .flatMap(CmuEntries::line)
        .filter(word -> !word.isBlank())
        .orElseThrow(() -> noWord(trial, value));
  }

  /** The category of a trial: empty where it has none; nothing where it is no text. */
  Optional<String> category(int trial) {
    Optional<MatValue> value = value("cond", trial);
    return value.isEmpty() ? Optional.of("") : line(value.get());
  }

  /**
   * The epoch of a trial; nothing where it has none.
   *
   * @throws InputException if it is no number
   */
  Optional<Double> epoch(int trial) {
    Optional<MatValue> value = value("epoch", trial);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    String start = "trial %d: info.epoch is ".formatted(trial + 1);
    if (!(value.get() instanceof Numeric number) || number.size() != 1) {
      throw info.wrong(
          start, "info.epoch", value.get(), value.get().description(), "one number is");
    }
    double epoch = number.values().get().at(0);
    if (!Double.isFinite(epoch)) {
      throw info.wrong(start + epoch + " where a number is expected");
    }
    return Optional.of(epoch);
  }

  /** A field that is there and not empty, taken out of the cells that it may lie in. */
  private Optional<MatValue> value(String field, int trial) {
    return fields.value(field, trial).map(CmuVariable::unwrapped).filter(v -> !isEmpty(v));
  }

  private InputException noWord(int trial, Optional<MatValue> value) {
    String where = "trial %d: ".formatted(trial + 1);
    if (value.isPresent() && value.get() instanceof MatValue.Unsupported object) {
      return info.wrong(where + "info.word is ", "info.word", object, "", "");
    }
    String what =
        value
            .filter(v -> !(v instanceof Text text && text.line().isPresent()))
            .map(v -> ": it is " + v.description())
            .orElse("");
    return info.wrong(where + "info.word is missing or is not text" + what);
  }

  private static Optional<String> line(MatValue value) {
    return value instanceof Text text ? text.line() : Optional.empty();
  }

  private static boolean isEmpty(MatValue value) {
    return value instanceof Text text && text.lines().isEmpty()
        || value instanceof Numeric numeric && numeric.size() == 0
        || value instanceof Cell cell && cell.size() == 0;
  }

  private static List<Struct> structs(CmuVariable info, Cell cell) {
    var structs = new ArrayList<Struct>();
    for (int n = 0; n < cell.size(); n++) {
      MatValue entry = CmuVariable.unwrapped(cell.element(n));
      if (!(entry instanceof Struct struct) || struct.size() != 1) {
        throw info.wrong(
            "info{%d} is ".formatted(n + 1),
            "info{%d}".formatted(n + 1),
            entry,
            entry.description(),
            "a struct is");
      }
      structs.add(struct);
    }
    return structs;
  }

  /** One struct: every field is a column, an entry a trial. */
  private static CmuEntries columns(CmuVariable info, Struct struct) {
    var columns = new HashMap<String, MatValue>();
    for (String field : FIELDS) {
      struct
          .field(field, 0)
          .map(CmuEntries::inner)
          .filter(column -> field.equals("word") || !isEmpty(column))
          .ifPresent(column -> columns.put(field, column));
    }
    int count = columns.containsKey("word") ? length(info, "word", columns.get("word")) : 1;
    for (String field : FIELDS) {
      int length = columns.containsKey(field) ? length(info, field, columns.get(field)) : count;
      if (length != count) {
        throw info.wrong(
            "info.%s has %s where info.word has %,d: they must agree"
                .formatted(field, Counted.of(length, "entry"), count));
      }
    }
    return new CmuEntries(
        info, count, (field, n) -> Optional.ofNullable(columns.get(field)).map(c -> entry(c, n)));
  }

  private static int length(CmuVariable info, String field, MatValue column) {
    if (column instanceof Cell cell) {
      return cell.size();
    }
    if (column instanceof Text text) {
      return text.lines().size();
    }
    if (column instanceof Numeric numeric) {
      return numeric.size();
    }
    String name = "info." + field;
    throw info.wrong(name + " is ", name, column, column.description(), "a value a trial is");
  }

  /** An entry of a column whose length is known. */
  private static MatValue entry(MatValue column, int n) {
    if (column instanceof Cell cell) {
      return cell.element(n);
    }
    if (column instanceof Text text) {
      String line = text.lines().get(n);
      return new Text(new int[] {1, line.length()}, List.of(line));
    }
    var numeric = (Numeric) column;
    return new Numeric(
        numeric.type(),
        new int[] {1, 1},
        () -> {
          MatValue.Numbers numbers = numeric.values().get();
          return ignored -> numbers.at(n);
        });
  }

  /** A column may lie in a cell of its own. */
  private static MatValue inner(MatValue column) {
    return column instanceof Cell cell && cell.size() == 1 ? CmuVariable.unwrapped(column) : column;
  }
}
