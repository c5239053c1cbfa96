package org.mitchell.derivatives;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mitchell.derivatives.contents.Column;
import org.mitchell.evaluation.PairResult;
import org.mitchell.fmri.Stimulus;
import org.mitchell.tables.TableWriter;

/** The matched pairs of a cross-validation as a table, one row a pair. */
final class PairTable {
  static final String DESCRIPTION =
      "Leave-two-out cross-validation, a row a pair of held-out words";

  /** Of a cross-validation that leaves out something else. */
  static String description(String left) {
    return left.equals("leave-two-out")
        ? DESCRIPTION
        : "Cross-validation (%s), a row a pair of words that were told apart".formatted(left);
  }

  /** What each column holds, for the JSON beside the table. */
  static final Map<String, Column> COLUMNS = columns();

  private PairTable() {}

  /**
   * @param stimuli in the order of the pairs' numbers
   */
  static void write(List<Stimulus> stimuli, List<PairResult> pairs, OutputStream stream)
      throws IOException {
    var csv = TableWriter.to(stream);
    csv.row(COLUMNS.keySet());
    for (PairResult pair : pairs) {
      var first = stimuli.get(pair.first());
      var second = stimuli.get(pair.second());
      csv.row(
          first.word(),
          second.word(),
          first.hasCategory() ? first.category() : "n/a",
          second.hasCategory() ? second.category() : "n/a",
          Double.toString(pair.s11()),
          Double.toString(pair.s12()),
          Double.toString(pair.s21()),
          Double.toString(pair.s22()),
          pair.correct() == Math.rint(pair.correct())
              ? Integer.toString((int) pair.correct())
              : Double.toString(pair.correct()));
    }
    csv.flush();
  }

  private static Map<String, Column> columns() {
    var columns = new LinkedHashMap<String, Column>();
    columns.put("word1", new Column("the first held-out word"));
    columns.put("word2", new Column("the second held-out word"));
    columns.put("category1", new Column("category of word1"));
    columns.put("category2", new Column("category of word2"));
    columns.put(
        "s11",
        new Column(
            "similarity (Options: metric) of the predicted image of word1 and the observed image of"
                + " word1"));
    columns.put("s12", new Column("similarity of predicted word1 and observed word2"));
    columns.put("s21", new Column("similarity of predicted word2 and observed word1"));
    columns.put("s22", new Column("similarity of predicted word2 and observed word2"));
    columns.put(
        "correct",
        new Column(
            "1 when the pair is matched correctly (Options: match), else 0; a tie of preset strict"
                + " is 0.5"));
    return Collections.unmodifiableMap(columns);
  }
}
