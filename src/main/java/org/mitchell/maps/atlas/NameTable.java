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
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mitchell.files.FileKind;
import org.mitchell.files.InputException;
import org.mitchell.files.InputFiles;

/**
 * The rows of a table of names, UTF-8, plain or gzipped, in whatever of the known forms it is.
 *
 * <ul>
 *   <li>Separated by tabs, commas, semicolons or bars, with a header (a column {@code index},
 *       {@code value} or {@code label} and a column {@code name}, {@code region} or {@code label}).
 *   <li>The same without a header: the number first, or last behind the name, as in SPM's lists.
 *   <li>Separated by blanks: number and name, with numbers before or behind the name ({@link
 *       NameLayout}), or the number last.
 *   <li>XML of FSL and SPM ({@link AtlasXml}).
 * </ul>
 *
 * <p>Lines that begin with # are comments. A line that has not the form of the others is an error.
 */
final class NameTable {
  static final String EXPECTED =
      "A line a region is expected: its number, its name; separated by blanks, tabs or commas";

  static final List<String> NUMBER_COLUMNS = List.of("index", "value", "label");
  static final List<String> NAME_COLUMNS = List.of("name", "region", "label");

  /** Tables of names are far below this; an image given by mistake may be above. */
  private static final int LARGEST = 1 << 24;

  /** A whole number, as pandas writes it too, where the column had a gap. */
  private static final Pattern WHOLE = Pattern.compile("([+-]?\\d{1,10})(\\.0*)?");

  private final Path file;

  NameTable(Path file) {
    this.file = file;
  }

  List<NameRow> rows() throws IOException {
    byte[] bytes = bytes();
    if (isXml(bytes)) {
      return AtlasXml.rows(file, bytes);
    }
    String text = text(bytes);
    char separator = separator(text);
    return separator == ' ' ? new BlankSeparated(file).rows(text) : separated(text, separator);
  }

  static boolean isComment(String line) {
    return line.stripLeading().startsWith("#");
  }

  /** Whether cells are a header that names the number first and the name second. */
  static boolean isHeader(List<String> cells) {
    return cells.size() > 1
        && NUMBER_COLUMNS.contains(cells.get(0).toLowerCase(Locale.ROOT))
        && NAME_COLUMNS.contains(cells.get(1).toLowerCase(Locale.ROOT));
  }

  /** The whole number of a label, if the text is one. */
  static OptionalInt label(String text) {
    Matcher whole = WHOLE.matcher(text.strip());
    if (!whole.matches()) {
      return OptionalInt.empty();
    }
    long number = Long.parseLong(whole.group(1));
    return number == (int) number ? OptionalInt.of((int) number) : OptionalInt.empty();
  }

  /** What separates the cells; a blank where a number and a blank come first. */
  private char separator(String text) {
    List<String> lines = text.lines().filter(line -> !isComment(line) && !line.isBlank()).toList();
    String first = lines.isEmpty() ? "" : lines.get(0);
    String[] tabbed = first.split("\t");
    if (tabbed.length > 1 && label(tabbed[0]).isPresent()) {
      // With one tab only, what is behind it may be a name and its colour, separated by blanks.
      long coloured =
          lines.stream().filter(l -> ColoursBehind.mayEnd(NameLine.of(file, 0, l))).count();
      return tabbed.length == 2 && 2 * coloured > lines.size() ? ' ' : '\t';
    }
    if (label(first.strip().split("\\s+")[0]).isPresent()) {
      return ' ';
    }
    for (char candidate : new char[] {'\t', ',', ';', '|'}) {
      if (first.indexOf(candidate) >= 0) {
        return candidate;
      }
    }
    return ' ';
  }

  private List<NameRow> separated(String text, char separator) {
    var rows = new ArrayList<NumberLast.Row>();
    boolean numberFirst = true;
    try (CsvReader<CsvRecord> records = format(separator).ofCsvRecord(text)) {
      for (CsvRecord record : records) {
        List<String> cells = record.getFields().stream().map(String::strip).toList();
        // Where another column comes first, it may be one of colours: #ff0000.
        if (isComment(cells.get(0)) && numberFirst || cells.stream().allMatch(String::isEmpty)) {
          continue;
        }
        numberFirst &= !rows.isEmpty() || label(cells.get(0)).isPresent() || isHeader(cells);
        rows.add(new NumberLast.Row(record.getStartingLineNumber(), cells));
      }
    } catch (CsvParseException | IOException e) {
      throw InputException.in(file, "no readable table (" + e.getMessage() + ")", e);
    }
    return rows.isEmpty() ? List.of() : separated(rows, separator);
  }

  private List<NameRow> separated(List<NumberLast.Row> rows, char separator) {
    NumberLast.Row first = rows.get(0);
    if (NumberLast.starts(first.cells())) {
      return new NumberLast(file).rows(rows);
    }
    var columns = new NameColumns(file, separator);
    return label(first.cells().get(0)).isPresent()
        ? columns.withoutHeader(rows)
        : columns.withHeader(first, rows.subList(1, rows.size()));
  }

  private static CsvReader.CsvReaderBuilder format(char separator) {
    return CsvReader.builder()
        .fieldSeparator(separator)
        .allowUnclosedQuote(false)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE);
  }

  /** A row of a number and a name, both checked. */
  static NameRow row(Path file, long line, String number, String name) {
    int label = number(file, line, number);
    if (name.isEmpty()) {
      throw InputException.in(file, "line %d: label %d has no name".formatted(line, label));
    }
    return new NameRow(line, label, name);
  }

  /** The number of a label, or an error that names file and line. */
  static int number(Path file, long line, String text) {
    return label(text)
        .orElseThrow(
            () ->
                InputException.in(
                    file,
                    "line %d: '%s' where the whole number of a label is expected"
                        .formatted(line, text)));
  }

  private byte[] bytes() throws IOException {
    try (var stream = InputFiles.open(file)) {
      byte[] bytes = stream.readNBytes(LARGEST + 1);
      if (bytes.length <= LARGEST) {
        return bytes;
      }
    }
    throw noTable("not a table of names. ", null);
  }

  private InputException noTable(String problem, IOException cause) throws IOException {
    Optional<String> kind = FileKind.of(file);
    return InputException.in(
        file,
        kind.isPresent()
            ? "%s where a table of an atlas's names is expected. %s".formatted(kind.get(), EXPECTED)
            : problem + EXPECTED,
        cause);
  }

  private static boolean isXml(byte[] bytes) {
    String start = new String(bytes, 0, Math.min(bytes.length, 1 << 8), StandardCharsets.UTF_8);
    return start.replace("\uFEFF", "").stripLeading().startsWith("<");
  }

  private String text(byte[] bytes) throws IOException {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      if (text.indexOf('\0') < 0) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
      }
    } catch (CharacterCodingException e) {
      throw noTable("not a table of names in UTF-8. ", e);
    }
    throw noTable("not a table of names. ", null);
  }
}
