package org.mitchell.fmri;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipException;
import org.mitchell.files.InputException;
import org.mitchell.files.InputFiles;

/**
 * One row of a table of text. What separates the cells is told by the first line: a tab, a comma, a semicolon, or else
 * blanks.
 *
 * @param line the number of the line in the file, from 1
 * @param cells the cells' texts
 */
record TextRow(long line, List<String> cells) {
  private static final Set<String> NO_NUMBER = Set.of("nan", "na", "n/a", "null");

  /** A row of a whole brain, 200,000 numbers, is far below this. */
  private static final int LONGEST_ROW = 1 << 28;

  static List<TextRow> readAll(Path file) throws IOException {
    try (var reader = new BufferedReader(new InputStreamReader(InputFiles.open(file), StandardCharsets.UTF_8), 1 << 16)) {
      String first = reader.readLine();
      while (first != null && first.isBlank()) {
        first = reader.readLine();
      }
      if (first == null) {
        return List.of();
      }
      if (first.indexOf('\0') >= 0) {
        throw InputException.in(
            file, "not a table of text. Known formats: CMU .mat (v5, v7.3) and tables (.txt .csv .tsv, also .gz)");
      }
      String firstLine = first.startsWith("\uFEFF") ? first.substring(1) : first;
      char separator = separator(firstLine);
      return separator == ' ' ? splitAtBlanks(firstLine, reader) : parse(firstLine, separator, reader);
    } catch (EOFException | ZipException e) {
      throw InputException.in(file, "damaged or cut short: the compressed data ends early (" + e.getMessage() + ")", e);
    } catch (CsvParseException | UncheckedIOException e) {
      String reason = e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
      throw InputException.in(file, "damaged: the table cannot be read to its end (" + reason + ")", e);
    }
  }

  /** The number in a cell; NaN for NaN, NA, n/a. */
  double number(Path file, int cell) {
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
          file, "line %d, column %d: '%s' where a number is expected".formatted(line, cell + 1, text), e);
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

  private static char separator(String line) {
    for (char candidate : new char[] {'\t', ',', ';'}) {
      if (line.indexOf(candidate) >= 0) {
        return candidate;
      }
    }
    return ' ';
  }

  private static List<TextRow> splitAtBlanks(String first, BufferedReader rest) throws IOException {
    var rows = new ArrayList<TextRow>();
    long number = 1;
    for (String line = first; line != null; line = rest.readLine()) {
      if (!line.isBlank()) {
        rows.add(new TextRow(number, Arrays.asList(line.strip().split("\\s+"))));
      }
      number++;
    }
    return rows;
  }

  private static List<TextRow> parse(String first, char separator, Reader rest) throws IOException {
    var rows = new ArrayList<TextRow>();
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder()
            .fieldSeparator(separator)
            .skipEmptyLines(true)
            .maxBufferSize(LONGEST_ROW)
            .ofCsvRecord(new Concatenated(new StringReader(first + "\n"), rest))) {
      for (CsvRecord record : csv) {
        rows.add(new TextRow(record.getStartingLineNumber(), record.getFields()));
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
