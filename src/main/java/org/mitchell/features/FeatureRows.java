package org.mitchell.features;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mitchell.files.Remedy;
import org.mitchell.tables.TableRow;
import org.mitchell.tables.TableRules;
import org.mitchell.tables.TextTable;
import org.mitchell.text.Counted;

/** The rows of features that one reading of a table picks, and what there is to tell of them. */
final class FeatureRows {
  private final TextTable table;
  private final TableRules rules;
  private final Map<String, List<FeatureRow>> byWord = new LinkedHashMap<>();
  private long read;
  private long odd;
  private String firstOdd = "";

  FeatureRows(TextTable table, TableRules rules) {
    this.table = table;
    this.rules = rules;
  }

  /** Counts a row, and hands on whether it is wanted. */
  boolean counts(boolean wanted) {
    read++;
    return wanted;
  }

  boolean isEmpty() {
    return byWord.isEmpty();
  }

  /**
   * @param strict whether a row that cannot be read at all is an error
   */
  void add(TableRow row, boolean strict) {
    read += strict ? 1 : 0;
    if (strict && row.cells().size() != table.width()) {
      throw FeatureRow.wrongCells(row, table);
    }
    if (strict && row.word().isEmpty()) {
      throw row.problem("got an empty first cell where a word is expected");
    }
    FeatureRow read = FeatureRow.of(row, table);
    List<FeatureRow> same = byWord.computeIfAbsent(read.word(), word -> new ArrayList<>(1));
    same.add(read);
  }

  /** A row of a word that nobody wants; what is no number in it is counted. */
  void passOver(TableRow row) {
    String problem = "";
    if (row.cells().size() != table.width()) {
      problem =
          "%s where %,d are expected"
              .formatted(Counted.of(row.cells().size(), "cell"), table.width());
    }
    for (int c = 1; c < row.cells().size() && problem.isEmpty(); c++) {
      if (!Double.isFinite(row.value(c)) && !table.isText(c)) {
        problem = "'%s' for '%s'".formatted(row.cells().get(c), table.columns().get(c));
      }
    }
    if (!problem.isEmpty()) {
      firstOdd = odd == 0 ? "line %d: %s".formatted(row.line(), problem) : firstOdd;
      odd++;
    }
  }

  /** One row a word, by the rule of duplicates. */
  Collection<FeatureRow> rows() {
    return byWord.values().stream().map(this::one).toList();
  }

  private FeatureRow one(List<FeatureRow> rows) {
    FeatureRow first = rows.get(0);
    return rows.stream().allMatch(row -> isSame(first, row))
        ? first
        : switch (rules.duplicates()) {
          case FIRST -> first;
          case MEAN -> mean(rows);
          case ERROR -> first.refused(clash(rows));
        };
  }

  private static boolean isSame(FeatureRow first, FeatureRow other) {
    return Arrays.equals(first.values(), other.values());
  }

  private String clash(List<FeatureRow> rows) {
    FeatureRow first = rows.get(0);
    FeatureRow other = rows.stream().filter(row -> !isSame(first, row)).findFirst().orElseThrow();
    return "%s: line %d: '%s' is already on line %d, with other values. %s"
        .formatted(
            table.file(), other.line(), first.word(), first.line(), Remedy.DUPLICATES.words());
  }

  private static FeatureRow mean(List<FeatureRow> rows) {
    FeatureRow first = rows.get(0);
    var mean = new double[first.values().length];
    var faults = new LinkedHashMap<Integer, String>();
    for (FeatureRow row : rows) {
      for (int f = 0; f < mean.length; f++) {
        mean[f] += row.values()[f] / rows.size();
      }
      faults.putAll(row.faults());
    }
    return new FeatureRow(first.word(), first.line(), mean, faults);
  }

  /** Tells of words that come more than once. */
  void tell() {
    List<List<FeatureRow>> several =
        byWord.values().stream().filter(rows -> rows.size() > 1).toList();
    if (several.isEmpty()) {
      return;
    }
    List<FeatureRow> example = several.get(0);
    boolean same = example.stream().allMatch(row -> isSame(example.get(0), row));
    String taken =
        same
            ? "with the same values, and count once"
            : switch (rules.duplicates()) {
              case FIRST -> "and the first row is taken";
              case MEAN -> "and the mean of their rows is taken";
              case ERROR -> "with other values";
            };
    rules
        .notes()
        .accept(
            "%s: %s %s more than once, %s (%s: lines %d and %d)"
                .formatted(
                    table.file(),
                    Counted.of(several.size(), "word"),
                    Counted.verb(several.size(), "comes", "come"),
                    taken,
                    example.get(0).word(),
                    example.get(0).line(),
                    example.get(1).line()));
  }

  /** Tells of rows that nobody asked for and that could not be read, and of rows that miss. */
  void tellOfOthers() {
    if (odd > 0) {
      rules
          .notes()
          .accept(
              "%s: %s of words that nobody asked for cannot be read, the first on %s"
                  .formatted(table.file(), Counted.of(odd, "row"), firstOdd));
    }
    table
        .promisedWords()
        .filter(promised -> promised != read)
        .ifPresent(
            promised ->
                rules
                    .notes()
                    .accept(
                        "%s: line 1 promises %s, and there are %,d: the file may be cut short"
                            .formatted(table.file(), Counted.of(promised, "word"), read)));
  }
}
