package org.mitchell.corpus.formats;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import org.mitchell.files.Remedy;
import org.mitchell.text.Counted;

/** The rows of a table, one of whose columns holds a document each. */
final class CsvDocuments implements DocumentStream {
  private static final int SAMPLE = 1 << 16;

  private final ContentStream content;
  private final String field;
  private Iterator<CsvRecord> rows;
  private int column;
  private boolean lost;

  /**
   * @param field the name of the column
   */
  CsvDocuments(ContentStream content, String field) {
    this.content = content;
    this.field = field;
  }

  @Override
  public boolean next(Piece piece) throws IOException {
    if (lost) {
      return false;
    }
    try {
      if (rows == null) {
        open();
      }
      return rows.hasNext() && append(rows.next(), piece);
    } catch (CsvParseException | UncheckedIOException e) {
      lost = true;
      if (content.damage().isEmpty() && e instanceof UncheckedIOException failure) {
        throw failure.getCause();
      }
      throw content.damage().orElseGet(() -> broken(e));
    }
  }

  private void open() throws IOException {
    var stream = new BufferedInputStream(content, SAMPLE);
    stream.mark(SAMPLE);
    byte[] sample = stream.readNBytes(SAMPLE);
    stream.reset();
    char separator = TableShape.of(new String(sample, StandardCharsets.UTF_8)).orElse(',');
    rows =
        reader(separator)
            .ofCsvRecord(new InputStreamReader(stream, StandardCharsets.UTF_8))
            .iterator();
    List<String> header = rows.hasNext() ? rows.next().getFields() : List.of();
    column = header.indexOf(field);
    if (column < 0) {
      lost = true;
      throw new DamagedContent(
          0,
          "got a table with the columns %s where one is '%s'. %s"
              .formatted(String.join(", ", header), field, Remedy.TEXT_COLUMN.words()),
          null);
    }
  }

  /** What reads tables of this kind. */
  static CsvReader.CsvReaderBuilder reader(char separator) {
    return CsvReader.builder()
        .fieldSeparator(separator)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .maxBufferSize(SAMPLE << 10);
  }

  private boolean append(CsvRecord row, Piece piece) throws DamagedContent {
    if (row.getFieldCount() <= column) {
      throw new DamagedContent(
          content.position(),
          "line %,d: got %s where the text is in number %d"
              .formatted(
                  row.getStartingLineNumber(), Counted.of(row.getFieldCount(), "cell"), column + 1),
          null);
    }
    byte[] text = row.getField(column).getBytes(StandardCharsets.UTF_8);
    piece.append(text, 0, text.length);
    piece.endDocument();
    return true;
  }

  private DamagedContent broken(RuntimeException cause) {
    return new DamagedContent(
        content.position(),
        "no row of a table can be read here, because a quote is not closed or a cell is too long;"
            + " what follows is left out",
        cause);
  }
}
