package org.mitchell.corpus;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.mitchell.tables.CellText;

/**
 * The rows of a table of counts as bytes. Tables of millions of rows are usual, so names are quoted
 * and encoded once, not once a row.
 */
final class CountRows {
  private byte[] bytes = new byte[1 << 16];
  private int length;

  /** The rows of one noun after the other, a row for every verb. */
  static void write(Cooccurrences counts, OutputStream stream) throws IOException {
    var rows = new CountRows();
    byte[][] verbs = counts.verbs().stream().map(CountRows::cell).toArray(byte[][]::new);
    for (int n = 0; n < counts.nouns().size(); n++) {
      byte[] noun = cell(counts.nouns().get(n));
      for (int v = 0; v < verbs.length; v++) {
        rows.append(noun);
        rows.append(verbs[v]);
        rows.append(counts.count(n, v));
      }
      rows.moveTo(stream);
    }
  }

  /** A name as a cell, in quotes where it holds what separates cells, and the tab behind it. */
  private static byte[] cell(String name) {
    var row = new StringWriter();
    CsvWriter.builder()
        .fieldSeparator('\t')
        .lineDelimiter(LineDelimiter.LF)
        .bufferSize(0)
        .build(row)
        .writeRecord(CellText.escaped(name), "");
    String cell = row.getBuffer().substring(0, row.getBuffer().length() - 1); // no line feed
    return cell.getBytes(StandardCharsets.UTF_8);
  }

  private void append(byte[] cell) {
    makeRoom(cell.length);
    System.arraycopy(cell, 0, bytes, length, cell.length);
    length += cell.length;
  }

  /** A number from 0 up, and the end of the row. */
  private void append(long number) {
    if (number < 10) { // most are 0
      makeRoom(2);
      bytes[length++] = (byte) ('0' + number);
    } else {
      append(Long.toString(number).getBytes(StandardCharsets.US_ASCII));
      makeRoom(1);
    }
    bytes[length++] = '\n';
  }

  private void makeRoom(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * bytes.length + more);
    }
  }

  private void moveTo(OutputStream stream) throws IOException {
    stream.write(bytes, 0, length);
    length = 0;
  }
}
