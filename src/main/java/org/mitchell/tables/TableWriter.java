package org.mitchell.tables;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a table of tabs: cells that hold a tab, a line end or a quote are quoted, and texts that a
 * spreadsheet would take for a formula are escaped ({@link CellText}). {@link TextTable} reads both
 * back.
 */
public final class TableWriter {
  private final CsvWriter csv;
  private final List<String> cells = new ArrayList<>();

  private TableWriter(CsvWriter csv) {
    this.csv = csv;
  }

  /** A writer that leaves the stream open; {@link #flush} comes last. */
  public static TableWriter to(OutputStream stream) {
    return new TableWriter(
        CsvWriter.builder().fieldSeparator('\t').lineDelimiter(LineDelimiter.LF).build(stream));
  }

  /** Writes a row of texts and of numbers that are texts already. */
  public void row(Iterable<String> row) {
    cells.clear();
    row.forEach(cell -> cells.add(CellText.escaped(cell)));
    csv.writeRecord(cells);
  }

  /** As {@link #row(Iterable)}. */
  public void row(String... row) {
    row(List.of(row));
  }

  /** A number as a cell; n/a where it is not defined. */
  public static String cell(double value) {
    return Double.isNaN(value) ? "n/a" : Double.toString(value);
  }

  /** Hands on what is written so far. */
  public void flush() throws IOException {
    csv.flush();
  }
}
