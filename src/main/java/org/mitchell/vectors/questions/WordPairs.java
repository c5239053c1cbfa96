package org.mitchell.vectors.questions;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.mitchell.files.InputException;
import org.mitchell.tables.TableKind;
import org.mitchell.tables.TableRules;
import org.mitchell.tables.TextTable;
import org.mitchell.text.Counted;

/**
 * Pairs of words that people judged for their similarity.
 *
 * @param name of the file, without what stands behind its first point
 */
public record WordPairs(String name, List<Pair> pairs) {
  private static final TableKind KIND =
      TableKind.texts(Set.of("word1", "word2", "word 1", "word 2", "similarity"));

  public WordPairs {
    pairs = List.copyOf(pairs);
  }

  /** Two words, and how similar people find them; the scale is the table's own. */
  public record Pair(String first, String second, double judged) {}

  /**
   * Reads a table: two columns of words, and behind them the first column of numbers, which are the
   * judgements. Columns of texts between them are passed over.
   *
   * @throws InputException with file and line if it is another table, or a judgement no number
   */
  public static WordPairs read(Path file, TableRules rules) throws IOException {
    TextTable table =
        TextTable.open(file, rules, KIND)
            .filter(found -> found.width() > 2)
            .orElseThrow(() -> expected(file));
    int judgement =
        IntStream.range(2, table.width())
            .filter(column -> !table.isText(column))
            .findFirst()
            .orElseThrow(() -> expected(file));
    var pairs = new ArrayList<Pair>();
    table.rows(
        row -> {
          if (row.cells().size() <= judgement) {
            throw row.problem(
                "got %s where %d or more are expected"
                    .formatted(Counted.of(row.cells().size(), "cell"), judgement + 1));
          }
          pairs.add(new Pair(row.word(), row.cells().get(1), row.number(judgement)));
        });
    if (pairs.isEmpty()) {
      throw expected(file);
    }
    return new WordPairs(file.getFileName().toString().replaceFirst("\\..*", ""), pairs);
  }

  private static InputException expected(Path file) {
    return InputException.in(
        file, "pairs of words are expected: a line a pair, with two words and a number");
  }
}
