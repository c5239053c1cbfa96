package org.mitchell.features;

import java.util.HashMap;
import java.util.Map;
import org.mitchell.files.Remedy;
import org.mitchell.tables.TableRow;
import org.mitchell.tables.TextTable;
import org.mitchell.text.Counted;

/**
 * The vector of one word as a table has it.
 *
 * @param values features; NaN where {@code faults} has the feature
 * @param faults what is wrong with a feature, by its number from 0: said once it is asked for
 */
record FeatureRow(String word, long line, double[] values, Map<Integer, String> faults) {
  static FeatureRow of(TableRow row, TextTable table) {
    var values = new double[table.width() - 1];
    Map<Integer, String> faults = Map.of();
    boolean even = row.cells().size() == table.width();
    for (int feature = 0; feature < values.length; feature++) {
      values[feature] = even ? row.value(feature + 1) : Double.NaN;
      if (!Double.isFinite(values[feature])) {
        faults = faults.isEmpty() ? new HashMap<>() : faults;
        faults.put(
            feature,
            even ? noNumber(row, table, feature + 1) : wrongCells(row, table).getMessage());
        values[feature] = Double.NaN;
      }
    }
    return new FeatureRow(row.word(), row.line(), values, faults);
  }

  /** The error of a row of another length than the others. */
  static RuntimeException wrongCells(TableRow row, TextTable table) {
    return row.problem(
        "got %s where %,d are expected, the word and a cell a feature"
            .formatted(Counted.of(row.cells().size(), "cell"), table.width()));
  }

  private static String noNumber(TableRow row, TextTable table, int cell) {
    String text = row.cells().get(cell);
    return row.problem(
            "got '%s' for '%s' where a finite number is expected%s. %s"
                .formatted(
                    text, table.columns().get(cell), row.hint(text), Remedy.OTHER_COLUMNS.words()))
        .getMessage();
  }

  /** The same word with no value at all. */
  FeatureRow refused(String why) {
    var faults = new HashMap<Integer, String>();
    for (int feature = 0; feature < values.length; feature++) {
      faults.put(feature, why);
    }
    return new FeatureRow(word, line, values, faults);
  }
}
