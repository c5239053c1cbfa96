package org.mitchell.features;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mitchell.files.InputException;
import org.mitchell.files.InputFiles;
import org.mitchell.tables.TableKind;
import org.mitchell.tables.TableRules;
import org.mitchell.tables.TextTable;
import org.mitchell.words.WordForm;

/**
 * A file with a vector a word. Rows are picked while the file is read, so that a table of a million
 * words takes no more memory than the words that are asked for; what was picked once is kept.
 */
public final class FeatureTable implements FeatureSource {
  private final Path file;
  private final TableRules rules;
  private final TextTable table;
  private final Map<String, String> provenance;

  /** By line, so that words stay in the order of the file. */
  private final Map<Long, FeatureRow> picked = new TreeMap<>();

  /** The words that have been looked for, folded. */
  private final Set<String> looked = new HashSet<>();

  private FeatureTable(Path file, TableRules rules, TextTable table, Map<String, String> origin) {
    this.file = file;
    this.rules = rules;
    this.table = table;
    this.provenance = origin;
  }

  /** As {@link #read(Path, TableRules)}, by the rules of which nobody said anything. */
  public static FeatureTable read(Path file) throws IOException {
    return read(file, TableRules.DEFAULT);
  }

  /**
   * Opens a table, plain or gzip, by the rules of {@link TextTable}: the first column the word, and
   * a column a feature. Features without a header are called by their numbers, from 1. Words are
   * taken in their canonical form.
   *
   * @throws InputException with file and line if there is no column of features, a feature has no
   *     name or comes twice, or there is no row
   */
  public static FeatureTable read(Path file, TableRules rules) throws IOException {
    TextTable table =
        TextTable.open(file, rules, TableKind.VECTORS)
            .orElseThrow(
                () ->
                    InputException.in(
                        file,
                        "this table is empty: one line a word, with its features, is expected"));
    requireFeatures(file, table);
    var provenance = new LinkedHashMap<String, String>();
    provenance.put("name", file.getFileName().toString());
    provenance.put("file", file.toString());
    provenance.put("sha256", InputFiles.sha256(file));
    return new FeatureTable(file, rules, table, provenance);
  }

  private static void requireFeatures(Path file, TextTable table) {
    String line = "line " + table.firstLine() + ": ";
    if (table.width() < 2) {
      throw InputException.in(
          file,
          line
              + "got one column where a word and at least one feature are expected (commas, tabs,"
              + " semicolons or blanks separate)");
    }
    var columns = new LinkedHashMap<String, Integer>();
    for (int column = 1; column < table.width(); column++) {
      String name = table.columns().get(column);
      if (name.isEmpty()) {
        throw InputException.in(file, line + "feature " + column + " has no name");
      }
      Integer former = columns.put(name, column);
      if (former != null) {
        throw InputException.in(
            file, line + "features %d and %d are both called '%s'".formatted(former, column, name));
      }
    }
  }

  /**
   * All of the table.
   *
   * @throws InputException with file and line if a cell is no finite number, a line has too few or
   *     too many cells, a word is missing, or comes twice with other values
   */
  public FeatureSpace space() throws IOException {
    var rows = new FeatureRows(table, rules);
    table.rows(row -> rows.add(row, true));
    if (rows.isEmpty()) {
      throw InputException.in(
          file, "this table has a header and no rows: one line a word is expected");
    }
    rows.tell();
    FeatureSpace space = space(rows.rows());
    space.requireNumbers();
    return space;
  }

  @Override
  public String name() {
    return provenance.get("name");
  }

  /**
   * @throws InputException with file and line, once a value is taken out of the space, if it is no
   *     finite number, its row has too few or too many cells, or its word has rows of other values
   */
  @Override
  public synchronized FeatureSpace vectors(List<String> words) throws IOException {
    List<String> wanted = words.stream().distinct().toList();
    Set<String> folded =
        wanted.stream().map(WordForm::folded).collect(Collectors.toCollection(HashSet::new));
    pick(folded.stream().filter(word -> !looked.contains(word)).collect(Collectors.toSet()));
    List<FeatureRow> rows =
        picked.values().stream()
            .filter(row -> folded.contains(WordForm.folded(row.word())))
            .toList();
    return space(rows).forWords(wanted);
  }

  /** Keeps the rows of words that differ from these at most in case. */
  private void pick(Set<String> folded) throws IOException {
    if (folded.isEmpty()) {
      return;
    }
    var rows = new FeatureRows(table, rules);
    table.rows(
        word -> rows.counts(folded.contains(WordForm.folded(word))),
        rows::passOver,
        row -> rows.add(row, false));
    if (looked.isEmpty()) {
      rows.tellOfOthers();
    }
    rows.tell();
    rows.rows().forEach(row -> picked.put(row.line(), row));
    looked.addAll(folded);
  }

  @Override
  public Collection<String> knownWords() throws IOException {
    var words = new LinkedHashSet<String>();
    table.rows(
        word -> {
          words.add(word);
          return false;
        },
        row -> {},
        row -> {});
    words.remove("");
    return words;
  }

  private FeatureSpace space(Collection<FeatureRow> rows) {
    int columns = table.width() - 1;
    var words = new ArrayList<String>();
    var values = new double[Math.multiplyExact(rows.size(), columns)];
    var faults = new LinkedHashMap<Integer, String>();
    int at = 0;
    for (FeatureRow row : rows) {
      words.add(row.word());
      System.arraycopy(row.values(), 0, values, at, columns);
      for (var fault : row.faults().entrySet()) {
        faults.put(at + fault.getKey(), fault.getValue());
      }
      at += columns;
    }
    List<String> features = table.columns().subList(1, table.width());
    return FeatureSpace.withFaults(name(), words, features, values, provenance, faults);
  }
}
