package org.mitchell.derivatives;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mitchell.analysis.power.PowerRow;
import org.mitchell.files.Json;
import org.mitchell.files.OutputSet;
import org.mitchell.tables.TableWriter;

/** What simulated experiments gave, as JSON and as a table: a row a condition and group. */
public final class PowerFiles {
  private PowerFiles() {}

  /** A row under the names that scripts rely on, in the order of the table's columns. */
  public static Map<String, Object> of(PowerRow row) {
    var map = new LinkedHashMap<String, Object>();
    map.put("words", row.condition().words());
    map.put("presentations", row.condition().presentations());
    map.put("snr", row.condition().signalToNoise());
    map.put("participants", row.participants());
    map.put("repetitions", row.repetitions());
    map.put("accuracy", row.meanAccuracy());
    map.put("sd", Json.number(row.sdAccuracy()));
    map.put("power", row.power());
    map.put("powerCi95", Arrays.asList(row.low(), row.high()));
    map.put("powerOverParticipants", Json.number(row.powerOverParticipants()));
    map.put("powerOverBoth", Json.number(row.powerOverBoth()));
    return map;
  }

  /**
   * Writes the table and the JSON beside it; both or neither.
   *
   * @param json what the JSON holds
   * @return the files
   */
  public static List<Path> write(List<PowerRow> rows, Map<String, Object> json, Path table)
      throws IOException {
    OutputSet.Content content = stream -> writeTable(rows, stream);
    try (var outputs = new OutputSet()) {
      outputs.writeTable(table, content, Json.text(json));
      return outputs.commit();
    }
  }

  private static void writeTable(List<PowerRow> rows, OutputStream stream) throws IOException {
    var csv = TableWriter.to(stream);
    csv.row(
        "words",
        "presentations",
        "snr",
        "participants",
        "repetitions",
        "accuracy",
        "sd",
        "power",
        "power_low",
        "power_high",
        "power_over_participants",
        "power_over_both");
    for (PowerRow row : rows) {
      var cells = new ArrayList<String>();
      for (Object value : of(row).values()) {
        if (value instanceof List<?> ends) {
          ends.forEach(end -> cells.add(end.toString()));
        } else {
          cells.add(value == null ? "n/a" : value.toString());
        }
      }
      csv.row(cells);
    }
    csv.flush();
  }
}
