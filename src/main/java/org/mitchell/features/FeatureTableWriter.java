package org.mitchell.features;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mitchell.files.Json;
import org.mitchell.files.OutputSet;
import org.mitchell.jobs.Workers;
import org.mitchell.tables.TableWriter;

/** Writes a feature space as TSV with a JSON beside it that says where the values come from. */
public final class FeatureTableWriter {
  /** So many rows are texts in the memory at a time. */
  private static final int TOGETHER = 64;

  private FeatureTableWriter() {}

  /** As below, with what the space says of where its values come from. */
  public static List<Path> write(Path table, FeatureSpace space) throws IOException {
    return write(table, space, space.provenance());
  }

  /**
   * Writes {@code table}, gzipped where its name ends in {@code .gz}, and the JSON of the same base
   * name; both appear whole or not at all. Numbers are written so that they read back as the same
   * doubles. Returns the paths.
   *
   * @param provenance of the table, for the JSON
   */
  public static List<Path> write(Path table, FeatureSpace space, Map<String, ?> provenance)
      throws IOException {
    try (var outputs = new OutputSet()) {
      add(outputs, table, space, provenance);
      return outputs.commit();
    }
  }

  /** As above, among files that appear together. */
  private static void add(
      OutputSet outputs, Path table, FeatureSpace space, Map<String, ?> provenance)
      throws IOException {
    try (var one = new Workers(1)) {
      add(outputs, table, space, provenance, one);
    }
  }

  /**
   * As above.
   *
   * @param workers write out the numbers of large tables, some rows each
   */
  public static void add(
      OutputSet outputs, Path table, FeatureSpace space, Map<String, ?> provenance, Workers workers)
      throws IOException {
    OutputSet.Content rows = stream -> writeRows(stream, space, workers);
    outputs.writeTable(table, rows, json(space, provenance));
  }

  private static void writeRows(OutputStream stream, FeatureSpace space, Workers workers)
      throws IOException {
    var csv = TableWriter.to(stream);
    var head = new ArrayList<String>(List.of("word"));
    head.addAll(space.features());
    csv.row(head);
    int count = space.words().size();
    for (int first = 0; first < count; first += TOGETHER) {
      int from = first;
      var rows = new String[Math.min(TOGETHER, count - first)][];
      workers.forEach(rows.length, r -> rows[r] = cells(space, from + r));
      for (String[] row : rows) {
        csv.row(row);
      }
    }
    csv.flush();
  }

  private static String[] cells(FeatureSpace space, int word) {
    double[] values = space.row(word);
    var cells = new String[1 + values.length];
    cells[0] = space.words().get(word);
    for (int f = 0; f < values.length; f++) {
      cells[1 + f] = text(values[f]);
    }
    return cells;
  }

  private static String text(double value) {
    String text = Double.toString(value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  private static String json(FeatureSpace space, Map<String, ?> provenance) {
    var json = new LinkedHashMap<String, Object>();
    json.put("name", space.name());
    json.put("words", space.words().size());
    json.put("features", space.features().size());
    json.put("provenance", provenance);
    return Json.text(json);
  }
}
