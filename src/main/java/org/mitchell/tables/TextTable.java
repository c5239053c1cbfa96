package org.mitchell.tables;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mitchell.words.WordForm;

/**
 * A table of text, its layout found: columns and rows, whatever separates, quotes, heads or
 * comments them. Rows are read one at a time and kept by nobody, so that a table may be larger than
 * the memory.
 */
public final class TextTable {
  private final Path file;
  private final TableRules rules;
  private final TableKind kind;
  private final Layout layout;
  private final List<String> columns;

  private TextTable(Path file, TableRules rules, TableKind kind, Layout layout) {
    this.file = file;
    this.rules = rules;
    this.kind = kind;
    this.layout = layout;
    this.columns = namedColumns();
  }

  /**
   * Looks at the first rows of a table.
   *
   * @return nothing where the file has neither header nor rows
   * @throws org.mitchell.files.InputException if it is no text, or in an encoding that nobody named
   */
  public static Optional<TextTable> open(Path file, TableRules rules, TableKind kind)
      throws IOException {
    Optional<Layout> layout = new LayoutFinder(file, rules, kind).find();
    layout
        .filter(found -> found.point() == ',')
        .ifPresent(found -> rules.notes().accept(file + ": decimal commas: 0,5 is read as 0.5"));
    return layout.map(found -> new TextTable(file, rules, kind, found));
  }

  public Path file() {
    return file;
  }

  /** Whether the columns have names of their own. */
  public boolean hasHeader() {
    return layout.header().isPresent();
  }

  /** The names of the columns, the word's first; numbers from 1 behind it where there are none. */
  public List<String> columns() {
    return columns;
  }

  private List<String> namedColumns() {
    return layout
        .header()
        .map(names -> names.stream().map(this::text).toList())
        .orElseGet(
            () ->
                Stream.concat(
                        Stream.of("word"),
                        IntStream.range(1, layout.columns()).mapToObj(Integer::toString))
                    .toList());
  }

  /** How many cells a row has, the word's among them. */
  public int width() {
    return layout.columns();
  }

  /** Whether a column holds texts in most rows; the word's, which is 0, does not count. */
  public boolean isText(int column) {
    return layout.text().get(column);
  }

  /** How many words the first line of word vectors promises; nothing for other tables. */
  public Optional<Long> promisedWords() {
    return layout.vectors() > 0 ? Optional.of(layout.vectors()) : Optional.empty();
  }

  /** The line of the header, or of the first row. */
  public long firstLine() {
    return layout.firstRow() - (hasHeader() ? 1 : 0);
  }

  /** All rows, from the first to the last. */
  public void rows(Consumer<TableRow> consumer) throws IOException {
    rows(word -> true, row -> {}, consumer);
  }

  /**
   * The rows of some words; the others are passed over without being taken apart, unless they hold
   * more than plain numbers.
   *
   * @param wanted is asked of every word, in its canonical form
   * @param odd takes rows of other words that may hold something else than numbers
   * @param consumer takes the rows of the wanted words
   */
  public void rows(Predicate<String> wanted, Consumer<TableRow> odd, Consumer<TableRow> consumer)
      throws IOException {
    var splitter = new CellSplitter(file, layout.separator(), layout.quoted());
    try (Lines lines = Lines.open(file, rules)) {
      while (lines.advance()) {
        boolean comment = lines.startsWith('#');
        if (lines.isBlank() || comment && !kind.hashRows()) {
          continue;
        }
        long line = lines.number();
        boolean head = line < layout.firstRow();
        boolean quick = !head && !comment && isSimple(lines) && lines.isPlain(layout.separator());
        boolean taken = quick && wanted.test(WordForm.canonical(text(firstCell(lines).strip())));
        if (quick && !taken) {
          continue;
        }
        TableRow row = row(line, splitter.split(lines, layout.cells()));
        if (!head && !row.isEmpty() && !(comment && !isLikeOthers(row))) {
          (taken || !quick && wanted.test(row.word()) ? consumer : odd).accept(row);
        }
      }
    }
  }

  /** Whether the word can be told without taking the line apart. */
  private boolean isSimple(Lines lines) {
    return (lines.quotes() == 0 || !layout.quoted())
        && !layout.rowNumbers()
        && layout.separator() != Layout.ANY;
  }

  private String firstCell(Lines lines) {
    return layout.phrases()
        ? lines.beforeLast(layout.columns() - 1)
        : lines.before(layout.separator());
  }

  private TableRow row(long line, List<String> split) {
    int skipped = layout.rowNumbers() ? 1 : 0;
    var cells = new ArrayList<String>(split.size());
    for (String cell : split.subList(Math.min(skipped, split.size()), split.size())) {
      cells.add(cell.strip());
    }
    if (layout.separator() != Layout.ANY) {
      joinPhrase(cells);
      while (cells.size() > layout.columns() && cells.get(cells.size() - 1).isEmpty()) {
        cells.remove(cells.size() - 1);
      }
    }
    if (cells.isEmpty()) {
      cells.add("");
    }
    cells.replaceAll(this::text);
    return new TableRow(file, line, cells, layout.point());
  }

  /**
   * The last cells are the values, and all before them the word. Where nobody has said how many
   * values there are, a number among the latter is rather a value too many.
   */
  private void joinPhrase(List<String> cells) {
    int surplus = cells.size() - layout.columns();
    boolean phrase =
        layout.phrases()
            && surplus > 0
            && (layout.vectors() > 0 || !NumberText.isDecimal(cells.get(surplus)));
    if (phrase) {
      List<String> parts = cells.subList(0, surplus + 1);
      String word = String.join(" ", parts);
      parts.clear();
      cells.add(0, word);
    }
  }

  /** Whether a line that begins with # has a number wherever others have one. */
  private boolean isLikeOthers(TableRow row) {
    return row.cells().size() == layout.columns()
        && IntStream.range(1, layout.columns()).allMatch(c -> isText(c) || row.isNumber(c));
  }

  /** Word vectors are written by programs that know no escapes. */
  private String text(String cell) {
    return layout.separator() == ' ' ? cell : CellText.unescaped(cell);
  }
}
