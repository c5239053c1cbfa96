package org.mitchell.maps.atlas;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mitchell.files.InputException;

/** The names of an atlas's labels, in the order of their table. Immutable. */
final class RegionNames {
  private final Path file;
  private final Map<Integer, String> names;

  private RegionNames(Path file, Map<Integer, String> names) {
    this.file = file;
    this.names = Collections.unmodifiableMap(names);
  }

  /**
   * Reads a table of names; see {@link NameTable}.
   *
   * @throws InputException if there is no name, or, with the line, if a number is no whole number,
   *     a name is empty, or a number has two names
   */
  static RegionNames read(Path file) throws IOException {
    List<NameRow> rows = new NameTable(file).rows();
    if (rows.isEmpty()) {
      throw InputException.in(file, "no names. " + NameTable.EXPECTED);
    }
    var names = new LinkedHashMap<Integer, String>();
    var lines = new LinkedHashMap<Integer, Long>();
    for (NameRow row : rows) {
      String former = names.putIfAbsent(row.label(), row.name());
      if (former != null && !former.equals(row.name())) {
        throw InputException.in(
            file,
            "line %d: label %d is '%s' here and '%s' on line %d"
                .formatted(row.line(), row.label(), row.name(), former, lines.get(row.label())));
      }
      lines.putIfAbsent(row.label(), row.line());
    }
    return new RegionNames(file, names);
  }

  /** Names that stand in the file of the labels. */
  static RegionNames of(Path file, Map<Integer, String> names) {
    return new RegionNames(file, new LinkedHashMap<>(names));
  }

  /** Where nobody asks for names. */
  static RegionNames none(Path file) {
    return new RegionNames(file, Map.of());
  }

  Path file() {
    return file;
  }

  Optional<String> of(int label) {
    return Optional.ofNullable(names.get(label));
  }

  /** In the order of the table. */
  Set<Integer> labels() {
    return names.keySet();
  }
}
