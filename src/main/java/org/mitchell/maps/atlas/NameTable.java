package org.mitchell.maps.atlas;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.mitchell.files.InputException;
import org.mitchell.files.InputFiles;

/** The rows of a table of names, in whatever of the known forms it is. */
final class NameTable {
  static final String EXPECTED =
      "A line a region is expected: its number, its name; separated by blanks, tabs or commas";

  private static final List<String> NUMBER_COLUMNS = List.of("index", "value", "label");
  private static final List<String> NAME_COLUMNS = List.of("name", "region", "label");

  /** Tables of names are far below this; an image given by mistake may be above. */
  private static final int LARGEST = 1 << 24;

  private final Path file;
  private final String text;

  NameTable(Path file) throws IOException {
    this.file = file;
    this.text = text(file);
  }

  List<NameRow> rows() {
    String first =
        text.lines().filter(line -> !isComment(line) && !line.isBlank()).findFirst().orElse("");
    char separator = separator(first);
    return separator == ' ' ? new BlankSeparated(file).rows(text) : separated(separator);
  }

  static boolean isComment(String line) {
    return line.startsWith("#");
  }

  /** Whether cells are a header that names the number first and the name second. */
  static boolean isHeader(List<String> cells) {
    return cells.size() > 1
        && NUMBER_COLUMNS.contains(cells.get(0).toLowerCase(Locale.ROOT))
        && NAME_COLUMNS.contains(cells.get(1).toLowerCase(Locale.ROOT));
  }

  /** The whole number of a label, if the text is one. */
  static OptionalInt label(String text) {
    try {
      return OptionalInt.of(Integer.parseInt(text.strip()));
    } catch (NumberFormatException e) {
      return OptionalInt.empty();
    }
  }

  /** What separates the cells; a blank where a number and a blank come first. */
  private static char separator(String first) {
    String[] tabbed = first.split("\t");
    if (tabbed.length > 1 && label(tabbed[0]).isPresent()) {
      return '\t';
    }
    if (label(first.strip().split("\\s+")[0]).isPresent()) {
      return ' ';
    }
    for (char candidate : new char[] {'\t', ',', ';'}) {
      if (first.indexOf(candidate) >= 0) {
        return candidate;
      }
    }
    return ' ';
  }

  private List<NameRow> separated(char separator) {
    var rows = new ArrayList<NameRow>();
    // Without a header the number comes first, then the name.
    int[] places = {0, 1};
    boolean first = true;
    try (CsvReader<CsvRecord> records = format(separator).ofCsvRecord(text)) {
      for (CsvRecord record : records) {
        List<String> cells = record.getFields().stream().map(String::strip).toList();
        // Where another column comes first, it may be one of colours: #ff0000.
        if (isComment(cells.get(0)) && places[0] == 0 || cells.stream().allMatch(String::isEmpty)) {
          continue;
        }
        if (first && label(cells.get(0)).isEmpty()) {
          places = placesNamed(record.getStartingLineNumber(), cells);
        } else {
          rows.add(row(record.getStartingLineNumber(), cells, places));
        }
        first = false;
      }
    } catch (CsvParseException | IOException e) {
      throw InputException.in(file, "no readable table (" + e.getMessage() + ")", e);
    }
    return rows;
  }

  private static CsvReader.CsvReaderBuilder format(char separator) {
    return CsvReader.builder()
        .fieldSeparator(separator)
        .allowUnclosedQuote(false)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE);
  }

  /** Where a header has the number and the name. */
  private int[] placesNamed(long line, List<String> header) {
    List<String> names = header.stream().map(cell -> cell.toLowerCase(Locale.ROOT)).toList();
    int number = first(names, NUMBER_COLUMNS, -1);
    int name = first(names, NAME_COLUMNS, number);
    if (number < 0 || name < 0) {
      throw InputException.in(
          file,
          "line %d: a label's number, or a header with a column index, value or label and a column name, region or label, is expected, got %s"
              .formatted(line, header));
    }
    return new int[] {number, name};
  }

  private static int first(List<String> header, List<String> wanted, int other) {
    return wanted.stream()
        .mapToInt(header::indexOf)
        .filter(place -> place >= 0 && place != other)
        .findFirst()
        .orElse(-1);
  }

  private NameRow row(long line, List<String> cells, int[] places) {
    int needed = Math.max(places[0], places[1]) + 1;
    if (cells.size() < needed) {
      throw InputException.in(
          file,
          "line %d: %d cells where at least %d are expected, got %s"
              .formatted(line, cells.size(), needed, cells));
    }
    return row(file, line, cells.get(places[0]), cells.get(places[1]));
  }

  /** A row of a number and a name, both checked. */
  static NameRow row(Path file, long line, String number, String name) {
    int label =
        label(number)
            .orElseThrow(
                () ->
                    InputException.in(
                        file,
                        "line %d: '%s' where the whole number of a label is expected"
                            .formatted(line, number)));
    if (name.isEmpty()) {
      throw InputException.in(file, "line %d: label %d has no name".formatted(line, label));
    }
    return new NameRow(line, label, name);
  }

  private static String text(Path file) throws IOException {
    byte[] bytes;
    try (var stream = InputFiles.open(file)) {
      bytes = stream.readNBytes(LARGEST + 1);
    }
    try {
      if (bytes.length <= LARGEST) {
        String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        if (text.indexOf('\0') < 0) {
          return text.startsWith("\uFEFF") ? text.substring(1) : text;
        }
      }
    } catch (CharacterCodingException e) {
      throw InputException.in(file, "not a table of names in UTF-8. " + EXPECTED, e);
    }
    throw InputException.in(file, "not a table of names. " + EXPECTED);
  }
}
