package org.mitchell.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** What the first rows of a table say of its layout, once their separator is known. */
final class LayoutOfSample {
  /** What a list of words may be headed by, and seldom begins with. */
  private static final Set<String> LIST_HEADS =
      Set.of("word", "words", "noun", "nouns", "verb", "verbs");

  /** What the column of the words is called where there are other columns. */
  private static final Set<String> WORD_HEADS =
      Set.of(
          "word",
          "words",
          "noun",
          "nouns",
          "verb",
          "verbs",
          "item",
          "items",
          "term",
          "token",
          "stimulus",
          "stimuli",
          "concept",
          "lemma",
          "label",
          "name");

  private static final Set<String> NUMBER_HEADS = Set.of("", "unnamed: 0");

  /** So many columns do not count up from 0 or 1 by chance, and others not. */
  private static final int COUNTED = 10;

  private final Sample sample;
  private final TableKind kind;
  private final List<String> first;
  private final List<Sample.Cells> rest;

  LayoutOfSample(Sample sample, TableKind kind) {
    this.sample = sample;
    this.kind = kind;
    this.first = sample.records().get(0).cells();
    this.rest = sample.records().subList(1, sample.records().size());
  }

  Layout layout() {
    Optional<List<String>> ownLine = headerLine();
    Optional<List<String>> header = ownLine.or(this::commentedHeader);
    List<Sample.Cells> rows = ownLine.isPresent() ? rest : sample.records();
    int cells = header.map(names -> sizeOf(names, rows)).orElseGet(this::sizeOfRows);
    int skipped = header.isPresent() && hasRowNumbers(header.get(), rows) ? 1 : 0;
    List<Boolean> text =
        IntStream.range(skipped, cells).mapToObj(column -> isText(column, rows)).toList();
    boolean phrases = sample.separator() == ' ' && !sample.quoted() && !text.contains(true);
    return new Layout(
        sample.separator(),
        sample.quoted(),
        cells - skipped,
        header.map(names -> List.copyOf(names.subList(skipped, cells))),
        rows.isEmpty() ? sample.records().get(0).line() + 1 : rows.get(0).line(),
        point(rows),
        skipped > 0,
        phrases,
        0,
        text);
  }

  private Optional<List<String>> headerLine() {
    if (lacksFirstName()) {
      var names = new ArrayList<>(List.of(""));
      names.addAll(first);
      return Optional.of(names);
    }
    boolean header = kind.values() ? isHeaderOfNumbers() : isHeaderOfTexts();
    return header ? Optional.of(first) : Optional.empty();
  }

  /** R writes no name above its row names. */
  private boolean lacksFirstName() {
    int more = first.size();
    boolean fits =
        kind.blanks()
            && !rest.isEmpty()
            && first.stream().noneMatch(Sample::isNumber)
            && rest.stream().allMatch(row -> row.size() == more + 1)
            && rest.stream().anyMatch(row -> !row.cells().get(more).isEmpty());
    boolean named = WORD_HEADS.contains(name(first.get(0)));
    return fits && (!named || rest.stream().allMatch(row -> isWhole(row.cells().get(0))));
  }

  /**
   * A header has names where the rows have numbers. A row that is merely damaged must not pass for
   * one, nor the values of the word <em>word</em>.
   */
  private boolean isHeaderOfNumbers() {
    String start = name(first.get(0));
    List<String> others = first.subList(1, first.size());
    List<String> names = others.stream().filter(cell -> !Sample.isNumber(cell)).toList();
    if (names.isEmpty()) {
      boolean counted =
          WORD_HEADS.contains(start) || others.size() >= COUNTED && !someRowCountsUp();
      return start.isEmpty() || others.isEmpty() || counted && countsUp(others);
    }
    return start.isEmpty()
        || WORD_HEADS.contains(start)
        || names.size() == others.size()
        || names.stream().allMatch(cell -> kind.names().contains(name(cell)));
  }

  private boolean someRowCountsUp() {
    return rest.isEmpty()
        || rest.stream()
            .anyMatch(row -> row.size() > 1 && countsUp(row.cells().subList(1, row.size())));
  }

  /** Of texts only names that are known make a header, or numbers in all rows below a name. */
  private boolean isHeaderOfTexts() {
    String start = name(first.get(0));
    List<String> others = first.subList(1, first.size());
    return LIST_HEADS.contains(start)
        || others.isEmpty() && kind.names().contains(start)
        || NUMBER_HEADS.contains(start)
            && others.stream().anyMatch(c -> WORD_HEADS.contains(name(c)))
        || others.stream().anyMatch(cell -> kind.names().contains(name(cell)))
        || IntStream.range(1, first.size()).anyMatch(this::headsNumbers);
  }

  private boolean headsNumbers(int column) {
    return !rest.isEmpty()
        && !Sample.isNumber(first.get(column))
        && rest.stream()
            .allMatch(row -> column < row.size() && Sample.isNumber(row.cells().get(column)));
  }

  /** Names after #, as NumPy writes them, right above rows without a header of their own. */
  private Optional<List<String>> commentedHeader() {
    List<String> names =
        CellSplitter.cut(sample.comment().strip(), sample.separator()).stream()
            .map(String::strip)
            .toList();
    boolean fits =
        kind.values()
            && names.size() > 1
            && names.size() == sizeOfRows()
            && names.stream().noneMatch(Sample::isNumber);
    return fits ? Optional.of(names) : Optional.empty();
  }

  /** Separators behind the last name and the last value part nothing. */
  private static int sizeOf(List<String> names, List<Sample.Cells> rows) {
    int size = names.size();
    while (size > 1 && names.get(size - 1).isEmpty() && isEmpty(size - 1, rows)) {
      size--;
    }
    return size;
  }

  private int sizeOfRows() {
    List<Sample.Cells> rows = sample.records();
    boolean even = rows.stream().allMatch(row -> row.size() == first.size());
    if (sample.separator() == ' ' && kind.values() && !even) {
      return 1 + Sample.mostCommon(rows.stream().map(Sample.Cells::trailingNumbers).toList());
    }
    int size = first.size();
    while (size > 1 && isEmpty(size - 1, rows)) {
      size--;
    }
    return size;
  }

  private static boolean isEmpty(int column, List<Sample.Cells> rows) {
    return rows.stream().allMatch(row -> column >= row.size() || row.cells().get(column).isEmpty());
  }

  /** Whether numbers of rows, which pandas and R write without a name, stand before the words. */
  private static boolean hasRowNumbers(List<String> names, List<Sample.Cells> rows) {
    return names.size() > 1
        && NUMBER_HEADS.contains(name(names.get(0)))
        && WORD_HEADS.contains(name(names.get(1)))
        && !rows.isEmpty()
        && rows.stream().allMatch(row -> isWhole(row.cells().get(0)));
  }

  private static boolean isText(int column, List<Sample.Cells> rows) {
    List<String> given =
        rows.stream()
            .filter(row -> column < row.size())
            .map(row -> row.cells().get(column))
            .filter(cell -> !NumberText.isMissing(cell))
            .toList();
    long numbers = given.stream().filter(Sample::isNumber).count();
    return column > 0 && 2 * numbers < given.size();
  }

  /** A comma, where numbers have commas, none a point, and not all may be thousands. */
  private char point(List<Sample.Cells> rows) {
    if (sample.separator() == ',' || sample.separator() == Layout.ANY) {
      return '.';
    }
    List<String> fractions =
        rows.stream()
            .flatMap(row -> row.cells().stream())
            .filter(cell -> cell.indexOf('.') >= 0 || cell.indexOf(',') >= 0)
            .filter(Sample::isNumber)
            .toList();
    boolean points = fractions.stream().anyMatch(cell -> cell.indexOf('.') >= 0);
    boolean certain = fractions.stream().anyMatch(cell -> !NumberText.mayPartThousands(cell));
    return !points && certain ? ',' : '.';
  }

  /** Whether the cells are numbers of columns: 0, 1, 2, ... or from 1. */
  private static boolean countsUp(List<String> cells) {
    double start = NumberText.decimal(cells.get(0));
    return (start == 0 || start == 1)
        && IntStream.range(0, cells.size())
            .allMatch(c -> NumberText.decimal(cells.get(c)) == start + c);
  }

  private static boolean isWhole(String cell) {
    return !cell.isEmpty() && cell.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static String name(String cell) {
    return cell.strip().toLowerCase(Locale.ROOT);
  }
}
