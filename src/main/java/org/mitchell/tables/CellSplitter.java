package org.mitchell.tables;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mitchell.files.InputException;

/** Cuts lines into cells at one separator. */
final class CellSplitter {
  /**
   * The library's own limits, 16,384 cells a line among them, are too narrow for image features.
   */
  private static final int WIDEST = 1 << 28;

  /** A quoted cell that goes on for more lines is one that is not closed. */
  private static final int MOST_LINES = 1_000;

  private static final int MOST_ATTEMPTS = 16;

  private final Path file;
  private final char separator;
  private final boolean quoted;

  /**
   * @param separator a blank stands for any run of blanks and tabs
   * @param quoted whether a cell that begins with a double quote ends with one
   */
  CellSplitter(Path file, char separator, boolean quoted) {
    this.file = file;
    this.separator = separator;
    this.quoted = quoted;
  }

  /**
   * The cells of the line that {@code lines} is at, and of those behind it that a quoted cell goes
   * on to.
   *
   * @param expected how many cells other lines have; 0 when that is not known yet
   * @throws InputException if a quoted cell is not closed
   */
  List<String> split(Lines lines, int expected) throws IOException {
    String text = lines.text();
    char here = separator == Layout.ANY ? firstSeparator(text) : separator;
    if (!quoted || lines.quotes() == 0) {
      return cut(text, here);
    }
    Optional<List<String>> cells = parsed(text, here);
    if (cells.isPresent()) {
      return cells.get();
    }
    List<String> literal = cut(text, here);
    return isLiteral(literal, expected, lines.quotes()) ? literal : goingOn(text, here, lines);
  }

  /**
   * Whether quotes are no more than characters: word vectors have the word {@code "}, and nobody
   * quotes their words.
   */
  private boolean isLiteral(List<String> cells, int expected, int quotes) {
    boolean alone = cells.get(0).equals("\"") && quotes == 1;
    boolean asExpected = cells.size() == expected || expected == 0;
    return asExpected && (alone || separator == '\t' && expected > 0 || separator == ' ');
  }

  /** A quoted cell with line ends in it. */
  private List<String> goingOn(String first, char here, Lines lines) throws IOException {
    long start = lines.number();
    var text = new StringBuilder(first);
    int quotes = lines.quotes();
    int attempts = 0;
    while (attempts < MOST_ATTEMPTS
        && lines.number() - start < MOST_LINES
        && here != ' '
        && lines.advance()) {
      text.append('\n').append(lines.text());
      quotes += lines.quotes();
      if (lines.quotes() > 0 && quotes % 2 == 0) {
        attempts++;
        Optional<List<String>> cells = parsed(text.toString(), here);
        if (cells.isPresent()) {
          return cells.get();
        }
      }
    }
    throw InputException.in(
        file,
        "line %d: this is no readable table: a cell begins with a double quote and is not closed by one. Double the quotes within it, or take them out"
            .formatted(start));
  }

  /** The cells of one record; nothing where its quotes are in disorder. */
  private static Optional<List<String>> parsed(String text, char here) throws IOException {
    String even = here == ' ' ? String.join(" ", cut(text, here)) : text;
    var handler = CsvRecordHandler.of(row -> row.maxFields(WIDEST).maxRecordSize(WIDEST));
    try (CsvReader<CsvRecord> records =
        CsvReader.builder()
            .fieldSeparator(here)
            .allowUnclosedQuote(false)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .maxBufferSize(WIDEST)
            .build(handler, even)) {
      var found = records.iterator();
      List<String> cells = found.next().getFields();
      return found.hasNext() ? Optional.empty() : Optional.of(cells);
    } catch (CsvParseException e) {
      return Optional.empty();
    }
  }

  /** Cuts a text that has no quoted cells. */
  static List<String> cut(String text, char separator) {
    var cells = new ArrayList<String>();
    if (separator == ' ') {
      addTokens(text, cells);
      return cells;
    }
    int start = 0;
    for (int end = text.indexOf(separator); end >= 0; end = text.indexOf(separator, start)) {
      cells.add(text.substring(start, end));
      start = end + 1;
    }
    cells.add(text.substring(start));
    return cells;
  }

  /** The tab, comma or semicolon that comes first, behind a quoted cell; a tab for none. */
  private char firstSeparator(String text) {
    int start = quoted && text.startsWith("\"") ? Math.max(0, text.indexOf('"', 1)) : 0;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\t' || c == ',' || c == ';') {
        return c;
      }
    }
    return '\t';
  }

  private static void addTokens(String text, List<String> cells) {
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || text.charAt(i) == ' ' || text.charAt(i) == '\t') {
        if (i > start) {
          cells.add(text.substring(start, i));
        }
        start = i + 1;
      }
    }
  }
}
