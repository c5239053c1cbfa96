package org.mitchell.evaluation;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A small table of features as it lies in a file: a header, then a word and its numbers a row. */
public record FeatureTable(List<String> features, Map<String, double[]> vectors) {

  static FeatureTable read(Path file) throws IOException {
    char separator = file.toString().endsWith(".tsv") ? '\t' : ',';
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder().fieldSeparator(separator).ofCsvRecord(file)) {
      List<CsvRecord> rows = reader.stream().toList();
      var vectors = new HashMap<String, double[]>();
      for (CsvRecord row : rows.subList(1, rows.size())) {
        List<String> cells = row.getFields();
        vectors.put(
            cells.get(0), cells.stream().skip(1).mapToDouble(Double::parseDouble).toArray());
      }
      List<String> header = rows.get(0).getFields();
      return new FeatureTable(header.subList(1, header.size()), vectors);
    }
  }

  /** Words x features. */
  public double[][] rows(List<String> words) {
    return words.stream().map(vectors::get).toArray(double[][]::new);
  }
}
