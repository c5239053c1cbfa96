package org.mitchell.features;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.mitchell.files.InputException;
import org.mitchell.files.InputFiles;

/** Reads one table of features; see {@link FeatureTable#read}. */
final class TableReader {
  /**
   * The library's own limits, 16,384 cells a line among them, are too narrow for image features.
   */
  private static final int WIDEST = 1 << 28;

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

  private final Path file;
  private final Map<String, Long> lineByWord = new LinkedHashMap<>();
  private final List<double[]> rows = new ArrayList<>();
  private List<String> features = List.of();

  private TableReader(Path file) {
    this.file = file;
  }

  static FeatureSpace read(Path file) throws IOException {
    var reader = new TableReader(file);
    try {
      reader.readRows();
    } catch (CsvParseException | UncheckedIOException e) {
      throw InputException.in(
          file, "this is no readable table (" + e.getMessage() + "). CSV or TSV is expected", e);
    }
    return reader.space();
  }

  private void readRows() throws IOException {
    var format =
        CsvReader.builder()
            .fieldSeparator(delimiter())
            .maxBufferSize(WIDEST)
            .detectBomHeader(true)
            .allowUnclosedQuote(false)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE);
    boolean header = true;
    var anyWidth = CsvRecordHandler.of(row -> row.maxFields(WIDEST).maxRecordSize(WIDEST));
    try (var records = format.build(anyWidth, InputFiles.open(file))) {
      for (CsvRecord record : records) {
        if (header) {
          readHeader(record);
          header = false;
        } else {
          readRow(record);
        }
      }
    }
    if (header) {
      throw InputException.in(
          file, "this table is empty: a header and one line a word are expected");
    }
    if (rows.isEmpty()) {
      throw InputException.in(
          file, "this table has a header and no rows: one line a word is expected");
    }
  }

  /** A tab or a comma: the one that comes more often in the first line, quoted parts left out. */
  private char delimiter() throws IOException {
    int balance = 0;
    boolean quoted = false;
    try (var stream = InputFiles.open(file)) {
      for (int c = stream.read(); c >= 0 && (quoted || c != '\n' && c != '\r'); c = stream.read()) {
        quoted ^= c == '"';
        balance += quoted ? 0 : c == '\t' ? 1 : c == ',' ? -1 : 0;
      }
    }
    return balance > 0 ? '\t' : ',';
  }

  private void readHeader(CsvRecord record) {
    List<String> cells = record.getFields().stream().map(String::strip).toList();
    features = cells.subList(1, cells.size());
    if (features.isEmpty()) {
      throw at(
          record,
          "got one column where a word and at least one feature are expected (commas or tabs"
              + " separate)");
    }
    if (isData(features)) {
      throw at(record, "got numbers where a header with the names of the features is expected");
    }
    var columns = new HashMap<String, Integer>();
    for (int i = 0; i < features.size(); i++) {
      Integer former = columns.put(features.get(i), i + 1);
      if (features.get(i).isEmpty()) {
        throw at(record, "feature " + (i + 1) + " has no name");
      }
      if (former != null) {
        throw at(
            record,
            "features "
                + former
                + " and "
                + (i + 1)
                + " are both called '"
                + features.get(i)
                + "'");
      }
    }
  }

  /** Numbers, but not the column numbers 0, 1, 2, ... or 1, 2, 3, ... */
  private static boolean isData(List<String> cells) {
    boolean numbered = true;
    for (int i = 0; i < cells.size(); i++) {
      if (!Double.isFinite(number(cells.get(i)))) {
        return false;
      }
      numbered &= number(cells.get(i)) - number(cells.get(0)) == i;
    }
    return !(numbered && (cells.get(0).equals("0") || cells.get(0).equals("1")));
  }

  private void readRow(CsvRecord record) {
    int expected = features.size() + 1;
    if (record.getFieldCount() != expected) {
      throw at(
          record,
          "got "
              + record.getFieldCount()
              + " cells where "
              + expected
              + " are expected (see the header)");
    }
    String word = record.getField(0).strip();
    if (word.isEmpty()) {
      throw at(record, "got an empty first cell where a word is expected");
    }
    Long former = lineByWord.put(word, record.getStartingLineNumber());
    if (former != null) {
      throw at(record, "'" + word + "' is already on line " + former + ". Leave one of them out");
    }
    var row = new double[features.size()];
    for (int i = 0; i < row.length; i++) {
      row[i] = number(record.getField(i + 1));
      if (!Double.isFinite(row[i])) {
        throw at(
            record,
            "got '"
                + record.getField(i + 1)
                + "' for '"
                + features.get(i)
                + "' where a finite number is expected");
      }
    }
    rows.add(row);
  }

  /** NaN for whatever is no plain decimal number. */
  private static double number(String cell) {
    String text = cell.strip();
    return NUMBER.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
  }

  private FeatureSpace space() throws IOException {
    var values = new double[Math.multiplyExact(rows.size(), features.size())];
    for (int w = 0; w < rows.size(); w++) {
      System.arraycopy(rows.get(w), 0, values, w * features.size(), features.size());
    }
    String name = file.getFileName().toString();
    var provenance = new LinkedHashMap<String, String>();
    provenance.put("name", name);
    provenance.put("file", file.toString());
    provenance.put("sha256", InputFiles.sha256(file));
    return new FeatureSpace(name, List.copyOf(lineByWord.keySet()), features, values, provenance);
  }

  private InputException at(CsvRecord record, String problem) {
    return InputException.in(file, "line " + record.getStartingLineNumber() + ": " + problem);
  }
}
