package org.mitchell.derivatives;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.mitchell.analysis.FeatureImportance;
import org.mitchell.derivatives.contents.ImportanceFigures;
import org.mitchell.files.Json;
import org.mitchell.tables.TableWriter;

/** The importance of features as a table, a row a feature, and as figures. */
final class ImportanceTable {
  private ImportanceTable() {}

  static ImportanceFigures figures(FeatureImportance importance) {
    return new ImportanceFigures(
        importance.accuracy(),
        importance.permutations(),
        importance.features().stream()
            .map(
                one ->
                    new ImportanceFigures.Feature(
                        one.name(),
                        one.drop(),
                        Json.finite(one.leftOut()),
                        Json.finite(one.sd()),
                        one.p(),
                        one.pAdjusted()))
            .toList());
  }

  static void write(FeatureImportance importance, OutputStream stream) throws IOException {
    var table = TableWriter.to(stream);
    table.row(List.of("feature", "drop", "drop_left_out", "sd", "p", "p_adjusted"));
    for (FeatureImportance.Feature one : importance.features()) {
      table.row(
          one.name(),
          Double.toString(one.drop()),
          TableWriter.cell(one.leftOut()),
          TableWriter.cell(one.sd()),
          Double.toString(one.p()),
          Double.toString(one.pAdjusted()));
    }
    table.flush();
  }
}
