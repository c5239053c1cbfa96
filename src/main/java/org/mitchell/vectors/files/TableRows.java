package org.mitchell.vectors.files;

import java.io.IOException;
import org.mitchell.files.InputException;
import org.mitchell.tables.TableKind;
import org.mitchell.tables.TableRow;
import org.mitchell.tables.TableRules;
import org.mitchell.tables.TextTable;
import org.mitchell.text.Counted;

/** The rows of a table of words and features, as vectors. */
final class TableRows {
  private final VectorFile file;
  private final ReadingRules rules;
  private final Oddities oddities;

  TableRows(VectorFile file, ReadingRules rules) {
    this.file = file;
    this.rules = rules;
    this.oddities = new Oddities(file, rules);
  }

  long scan(WantedWords wanted, RowConsumer consumer) throws IOException {
    TextTable table =
        TextTable.open(
                file.path(), TableRules.of(rules.encoding(), rules.notes()), TableKind.VECTORS)
            .filter(found -> found.width() > 1)
            .orElseThrow(
                () ->
                    InputException.in(
                        file.path(),
                        "no vectors: a word and its numbers on each line are expected, or a binary"
                            + " file of word2vec or fastText"));
    var values = new double[table.width() - 1];
    long[] rows = {0};
    table.rows(
        word -> {
          rows[0]++;
          return wanted.has(word);
        },
        row -> {},
        row -> take(row, values, consumer));
    oddities.tell();
    return rows[0];
  }

  private void take(TableRow row, double[] values, RowConsumer consumer) {
    if (row.cells().size() != values.length + 1) {
      oddities.damaged(
          row.line(),
          "got %s where %,d are expected"
              .formatted(Counted.of(row.cells().size() - 1, "number"), values.length));
      return;
    }
    for (int d = 0; d < values.length; d++) {
      values[d] = row.value(d + 1);
      if (!Double.isFinite(values[d])) {
        oddities.damaged(
            row.line(), "'%s' where a number is expected".formatted(row.cells().get(d + 1)));
        return;
      }
    }
    consumer.accept(row.word(), row.line(), values);
  }
}
