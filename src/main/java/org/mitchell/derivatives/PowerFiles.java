package org.mitchell.derivatives;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.mitchell.analysis.power.PowerRow;
import org.mitchell.derivatives.contents.Ends;
import org.mitchell.derivatives.contents.PowerFigures;
import org.mitchell.files.Json;
import org.mitchell.files.OutputSet;
import org.mitchell.tables.TableWriter;

/** What simulated experiments gave, as JSON and as a table: a row a condition and group. */
public final class PowerFiles {
  private PowerFiles() {}

  /** A row under the names that scripts rely on. */
  public static PowerFigures of(PowerRow row) {
    return new PowerFigures(
        row.condition().words(),
        row.condition().presentations(),
        row.condition().signalToNoise(),
        row.participants(),
        row.repetitions(),
        row.meanAccuracy(),
        Json.finite(row.sdAccuracy()),
        row.power(),
        Ends.of(row.low(), row.high()),
        Json.finite(row.powerOverParticipants()),
        Json.finite(row.powerOverBoth()));
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
      csv.row(
          Integer.toString(row.condition().words()),
          Integer.toString(row.condition().presentations()),
          Double.toString(row.condition().signalToNoise()),
          Integer.toString(row.participants()),
          Integer.toString(row.repetitions()),
          TableWriter.cell(row.meanAccuracy()),
          TableWriter.cell(row.sdAccuracy()),
          TableWriter.cell(row.power()),
          TableWriter.cell(row.low()),
          TableWriter.cell(row.high()),
          TableWriter.cell(row.powerOverParticipants()),
          TableWriter.cell(row.powerOverBoth()));
    }
    csv.flush();
  }
}
