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
import org.mitchell.tables.TableWriter;

/** Writes a feature space as TSV with a JSON beside it that says where the values come from. */
public final class FeatureTableWriter {
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
  public static void add(
      OutputSet outputs, Path table, FeatureSpace space, Map<String, ?> provenance)
      throws IOException {
    OutputSet.Content rows = stream -> writeRows(stream, space);
    outputs.writeTable(table, rows, json(space, provenance));
  }

  private static void writeRows(OutputStream stream, FeatureSpace space) throws IOException {
    var csv = TableWriter.to(stream);
    var cells = new ArrayList<String>(List.of("word"));
    cells.addAll(space.features());
    csv.row(cells);
    for (int w = 0; w < space.words().size(); w++) {
      cells.clear();
      cells.add(space.words().get(w));
      for (double value : space.row(w)) {
        cells.add(text(value));
      }
      csv.row(cells);
    }
    csv.flush();
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
