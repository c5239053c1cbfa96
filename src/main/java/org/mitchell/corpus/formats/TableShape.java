package org.mitchell.corpus.formats;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells a table with named columns, one or several of them texts, from running text. */
final class TableShape {
  private static final char[] SEPARATORS = {'\t', ',', ';'};
  private static final int LONGEST_NAME = 40;

  /** A name of a column: few words, no sentence; behind a comma of a sentence there is a blank. */
  private static final Pattern NAME =
      Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.-]*( [\\p{L}\\p{N}_.-]+){0,2}");

  private TableShape() {}

  /**
   * What separates the cells, if the beginning of some content is a table: a header of names and
   * rows as long as it is, in one of which there is a text of several words.
   */
  static Optional<Character> of(String beginning) {
    for (char separator : SEPARATORS) {
      if (isTable(beginning, separator)) {
        return Optional.of(separator);
      }
    }
    return Optional.empty();
  }

  private static boolean isTable(String beginning, char separator) {
    int lineEnd = beginning.indexOf('\n');
    if (lineEnd < 0 || beginning.substring(0, lineEnd).indexOf(separator) < 0) {
      return false;
    }
    var rows = rows(beginning, separator);
    if (rows.size() < 2 || !isHeader(rows.get(0))) {
      return false;
    }
    int width = rows.get(0).size();
    boolean texts = false;
    for (var row : rows.subList(1, rows.size())) {
      if (row.size() != width) {
        return false;
      }
      texts |= row.stream().anyMatch(cell -> cell.strip().indexOf(' ') > 0);
    }
    return texts;
  }

  private static boolean isHeader(List<String> names) {
    return names.size() > 1
        && new HashSet<>(names).size() == names.size()
        && names.stream()
            .allMatch(name -> name.length() <= LONGEST_NAME && NAME.matcher(name).matches());
  }

  /** The rows, without the last where that may be cut; up to the first that cannot be read. */
  private static List<List<String>> rows(String beginning, char separator) {
    var rows = new ArrayList<List<String>>();
    try {
      for (CsvRecord row : CsvDocuments.reader(separator).ofCsvRecord(beginning)) {
        rows.add(row.getFields());
      }
    } catch (CsvParseException e) {
      return rows;
    }
    boolean cut = !beginning.endsWith("\n") && rows.size() > 2;
    return cut ? rows.subList(0, rows.size() - 1) : rows;
  }
}
