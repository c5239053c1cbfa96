package org.mitchell.fmri;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.mitchell.files.InputException;
import org.mitchell.files.InputFiles;

/**
 * One row of a table of text. What separates the cells is told by the first line: a tab, a comma, a
 * semicolon, or else blanks.
 *
 * @param line the number of the line in the file, from 1
 * @param cells the cells' texts
 */
record TextRow(long line, List<String> cells) {
  private static final Set<String> NO_NUMBER = Set.of("nan", "na", "n/a", "null");

  /** A row of a whole brain, 200,000 numbers, is far below this. */
  private static final int LONGEST_ROW = 1 << 28;

  /** The rows of a table without its empty lines; none when the file is empty. */
  static List<TextRow> readAll(Path file) throws IOException {
    // Unlike a charset, a decoder refuses bytes that are no UTF-8.
    var utf8 = StandardCharsets.UTF_8.newDecoder();
    try (var reader =
        new BufferedReader(new InputStreamReader(InputFiles.open(file), utf8), 1 << 16)) {
      long line = 1;
      String first = withoutByteOrderMark(reader.readLine());
      while (first != null && first.isBlank()) {
        first = reader.readLine();
        line++;
      }
      if (first == null) {
        return List.of();
      }
      if (first.chars().anyMatch(c -> c < ' ' && c != '\t')) {
        throw noText(file, null);
      }
      char separator = separator(first);
      return separator == ' '
          ? splitAtBlanks(first, line, reader)
          : parse(first, line, separator, reader);
    } catch (CharacterCodingException e) {
      throw noText(file, e);
    } catch (CsvParseException | UncheckedIOException e) {
      if (e.getCause() instanceof CharacterCodingException) {
        throw noText(file, e);
      }
      String reason = e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
      throw InputException.in(
          file, "damaged: the table cannot be read to its end (" + reason + ")", e);
    }
  }

  /** The number in a cell; NaN for NaN, NA, n/a. */
  double number(Path file, int cell) {
    if (cell >= cells.size()) {
      throw InputException.in(
          file,
          "line %d: %d cells where at least %d are expected"
              .formatted(line, cells.size(), cell + 1));
    }
    String text = cells.get(cell).strip();
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      if (NO_NUMBER.contains(text.toLowerCase(Locale.ROOT))) {
        return Double.NaN;
      }
      if (text.toLowerCase(Locale.ROOT).matches("[+-]?inf")) {
        return text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
      }
      throw InputException.in(
          file,
          "line %d, column %d: '%s' where a number is expected".formatted(line, cell + 1, text),
          e);
    }
  }

  /** Whether a cell reads as a number, NaN and infinity included. */
  boolean isNumber(int cell) {
    try {
      number(Path.of(""), cell);
      return true;
    } catch (InputException e) {
      return false;
    }
  }

  private static InputException noText(Path file, Exception cause) {
    return InputException.in(
        file,
        "not a table of text in UTF-8. Known formats: CMU .mat (v5, v7.3) and tables (.txt .csv"
            + " .tsv, also .gz)",
        cause);
  }

  private static String withoutByteOrderMark(String line) {
    return line != null && line.startsWith("\uFEFF") ? line.substring(1) : line;
  }

  private static char separator(String line) {
    for (char candidate : new char[] {'\t', ',', ';'}) {
      if (line.indexOf(candidate) >= 0) {
        return candidate;
      }
    }
    return ' ';
  }

  private static List<TextRow> splitAtBlanks(String first, long line, BufferedReader rest)
      throws IOException {
    var rows = new ArrayList<TextRow>();
    long number = line;
    for (String text = first; text != null; text = rest.readLine()) {
      if (!text.isBlank()) {
        rows.add(new TextRow(number, Arrays.asList(text.strip().split("\\s+"))));
      }
      number++;
    }
    return rows;
  }

  private static List<TextRow> parse(String first, long line, char separator, Reader rest)
      throws IOException {
    var rows = new ArrayList<TextRow>();
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder()
            .fieldSeparator(separator)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .maxBufferSize(LONGEST_ROW)
            .build(
                CsvRecordHandler.of(row -> row.maxFields(LONGEST_ROW).maxRecordSize(LONGEST_ROW)),
                new Concatenated(new StringReader(first + "\n"), rest))) {
      for (CsvRecord record : csv) {
        List<String> cells = record.getFields();
        if (cells.size() > 1 || !cells.get(0).isBlank()) {
          rows.add(new TextRow(line - 1 + record.getStartingLineNumber(), cells));
        }
      }
    }
    return rows;
  }

  /** The first line, already read to tell the separator, and then the rest. */
  private static final class Concatenated extends Reader {
    private final Reader first;
    private final Reader second;

    Concatenated(Reader first, Reader second) {
      this.first = first;
      this.second = second;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
      int read = first.read(buffer, offset, length);
      return read > 0 ? read : second.read(buffer, offset, length);
    }

    @Override
    public void close() throws IOException {
      second.close();
    }
  }
}
