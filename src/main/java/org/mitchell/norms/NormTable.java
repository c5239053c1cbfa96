package org.mitchell.norms;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.mitchell.files.InputException;
import org.mitchell.files.Remedy;
import org.mitchell.tables.Duplicates;
import org.mitchell.tables.TableKind;
import org.mitchell.tables.TableRow;
import org.mitchell.tables.TableRules;
import org.mitchell.tables.TextTable;
import org.mitchell.text.Counted;

/**
 * A table of norms: the first column the word, and a column of numbers a norm. A value may be
 * missing; columns of texts are passed over, and told of.
 */
public final class NormTable {
  private static final TableKind KIND = new TableKind(true, false, Set.of(), false);

  private final Path file;
  private final TextTable table;
  private final TableRules rules;
  private final int[] columns;
  private final Map<String, List<double[]>> rows = new LinkedHashMap<>();
  private final Map<String, Long> lines = new LinkedHashMap<>();
  private int several;
  private String firstOfSeveral = "";
  private int nameless;
  private long firstNameless;

  private NormTable(Path file, TextTable table, TableRules rules, int[] columns) {
    this.file = file;
    this.table = table;
    this.rules = rules;
    this.columns = columns;
  }

  /**
   * The norms of a table, in the order that is asked for.
   *
   * @param wanted names of columns, or their numbers from 1 behind the word (3, 1-11); none for all
   *     columns of numbers
   * @throws InputException with file and line if the table has no such column, a cell holds another
   *     text than a number, or a word comes twice with other values and no rule says which to take
   */
  public static List<Norm> read(Path file, List<String> wanted, TableRules rules)
      throws IOException {
    TextTable table =
        TextTable.open(file, rules, KIND)
            .orElseThrow(
                () ->
                    InputException.in(
                        file,
                        "this table is empty: one line a word, with a number a norm, is expected"));
    if (table.width() < 2) {
      throw InputException.in(
          file,
          "line %d: got one column where a word and at least one number are expected (commas, tabs or semicolons separate)"
              .formatted(table.firstLine()));
    }
    int[] columns = new NormColumns(file, table, rules.notes()).find(wanted);
    var norms = new NormTable(file, table, rules, columns);
    table.rows(norms::add);
    return norms.norms();
  }

  private void add(TableRow row) {
    if (row.word().isEmpty()) { // "null" and "NA" are words, which some programs lose
      firstNameless = nameless == 0 ? row.line() : firstNameless;
      nameless++;
      return;
    }
    if (row.cells().size() > table.width()) {
      row.requireCells(table.width());
    }
    var values = new double[columns.length];
    for (int n = 0; n < columns.length; n++) {
      // Spreadsheets end a line where its last values are missing.
      values[n] = columns[n] < row.cells().size() ? row.number(columns[n]) : Double.NaN;
      if (Double.isInfinite(values[n])) {
        throw row.problem(
            "got '%s' for '%s' where a finite number is expected"
                .formatted(row.cells().get(columns[n]), table.columns().get(columns[n])));
      }
    }
    List<double[]> same = rows.computeIfAbsent(row.word(), word -> new ArrayList<>(1));
    if (same.stream().anyMatch(former -> !Arrays.equals(former, values))) {
      tellOfAnother(row);
    }
    same.add(values);
    lines.putIfAbsent(row.word(), row.line());
  }

  private void tellOfAnother(TableRow row) {
    String where = "'%s': lines %d and %d".formatted(row.word(), lines.get(row.word()), row.line());
    if (rules.duplicates() == Duplicates.ERROR) {
      throw InputException.in(
          file, "a word comes twice with other values (" + where + ")", Remedy.DUPLICATES);
    }
    firstOfSeveral = several == 0 ? where : firstOfSeveral;
    several++;
  }

  private List<Norm> norms() {
    if (rows.isEmpty()) {
      throw InputException.in(
          file, "this table has a header and no rows: one line a word is expected");
    }
    tell();
    return IntStream.range(0, columns.length).mapToObj(this::norm).toList();
  }

  private void tell() {
    if (nameless > 0) {
      rules
          .notes()
          .accept(
              "%s: %s without a word in the first cell %s left out, the first on line %d"
                  .formatted(
                      file,
                      Counted.of(nameless, "row"),
                      Counted.verb(nameless, "is", "are"),
                      firstNameless));
    }
    if (several > 0) {
      rules
          .notes()
          .accept(
              "%s: %s %s more than once with other values, and %s is taken (%s)"
                  .formatted(
                      file,
                      Counted.of(several, "word"),
                      Counted.verb(several, "comes", "come"),
                      rules.duplicates() == Duplicates.MEAN ? "their mean" : "the first",
                      firstOfSeveral));
    }
  }

  private Norm norm(int column) {
    var words = new LinkedHashSet<String>();
    var values = new double[rows.size()];
    rows.forEach(
        (word, some) -> {
          double value = value(some, column);
          if (!Double.isNaN(value)) {
            values[words.size()] = value;
            words.add(word);
          }
        });
    String name = table.columns().get(columns[column]);
    if (words.isEmpty()) {
      throw InputException.in(
          file, "no word has a number for '%s'. Take other columns".formatted(name));
    }
    return new Norm(
        name,
        file.getFileName().toString(),
        List.copyOf(words),
        Arrays.copyOf(values, words.size()),
        rows.size() - words.size());
  }

  /** By the rule of duplicates, missing values left out. */
  private double value(List<double[]> some, int column) {
    if (some.size() == 1) {
      return some.get(0)[column];
    }
    double[] there =
        some.stream().mapToDouble(row -> row[column]).filter(v -> !Double.isNaN(v)).toArray();
    if (there.length == 0) {
      return Double.NaN;
    }
    return rules.duplicates() == Duplicates.MEAN
        ? Arrays.stream(there).average().orElseThrow()
        : there[0];
  }
}
