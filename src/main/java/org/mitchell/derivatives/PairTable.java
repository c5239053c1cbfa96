package org.mitchell.derivatives;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import org.mitchell.evaluation.LeaveTwoOutResult;
import org.mitchell.evaluation.PairResult;

/** The folds of a leave-two-out cross-validation as a table, one row a pair. */
final class PairTable {
  private PairTable() {}

  static void write(LeaveTwoOutResult evaluation, OutputStream stream) throws IOException {
    var csv = CsvWriter.builder().fieldSeparator('\t').lineDelimiter(LineDelimiter.LF).build(stream);
    csv.writeRecord("word1", "word2", "category1", "category2", "s11", "s12", "s21", "s22", "correct");
    for (PairResult pair : evaluation.pairs()) {
      var first = evaluation.stimuli().get(pair.first());
      var second = evaluation.stimuli().get(pair.second());
      csv.writeRecord(
          first.word(),
          second.word(),
          first.hasCategory() ? first.category() : "n/a",
          second.hasCategory() ? second.category() : "n/a",
          Double.toString(pair.s11()),
          Double.toString(pair.s12()),
          Double.toString(pair.s21()),
          Double.toString(pair.s22()),
          pair.correct() == Math.rint(pair.correct()) ? Integer.toString((int) pair.correct()) : "0.5");
    }
    csv.flush();
  }
}
