package org.mitchell.encoders;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.mitchell.files.InputException;
import org.mitchell.tables.TableKind;
import org.mitchell.tables.TableRow;
import org.mitchell.tables.TableRules;
import org.mitchell.tables.TextTable;
import org.mitchell.text.Counted;

/**
 * A table of sentences: the first column the name of each, the sentence in the column {@code
 * sentence}, {@code text} or {@code caption}, else in the second. In a table of one column the
 * sentences are their own names.
 */
public final class StimulusTable {
  private static final List<String> SENTENCES = List.of("sentence", "text", "caption");
  private static final Set<String> NAMES =
      Set.of("name", "stimulus", "word", "label", "sentence", "text", "caption");
  private static final TableKind KIND = new TableKind(false, false, NAMES, false);

  private final int column;
  private final int width;
  private final List<Stimulus> stimuli = new ArrayList<>();
  private final Map<String, Long> lines = new HashMap<>();

  private StimulusTable(TextTable table) {
    List<String> columns =
        table.columns().stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    this.width = table.width();
    this.column =
        SENTENCES.stream()
            .mapToInt(columns::indexOf)
            .filter(c -> c >= 0)
            .findFirst()
            .orElse(Math.min(1, width - 1));
  }

  /**
   * The sentences in the order of the table.
   *
   * @throws InputException with file and line if a sentence is empty or a name comes twice
   */
  public static List<Stimulus> read(Path file, TableRules rules) throws IOException {
    TextTable table =
        TextTable.open(file, rules, KIND).orElseThrow(() -> InputException.in(file, none()));
    var stimuli = new StimulusTable(table);
    table.rows(stimuli::add);
    if (stimuli.stimuli.isEmpty()) {
      throw InputException.in(file, none());
    }
    if (!table.hasHeader() && table.width() > 1) {
      Stimulus first = stimuli.stimuli.get(0);
      rules
          .notes()
          .accept(
              "%s: no header: of the first line '%s' is taken for the name and '%s' for the sentence"
                  .formatted(file, first.name(), first.passages().get(0).text()));
    }
    return List.copyOf(stimuli.stimuli);
  }

  private static String none() {
    return "no sentences. A name and a sentence a line, with a tab between, are expected";
  }

  private void add(TableRow row) {
    if (row.cells().size() != width) {
      throw row.problem(
          "got %s where %,d are expected. Put a tab between name and sentence, or quotes around a sentence with commas"
              .formatted(Counted.of(row.cells().size(), "cell"), width));
    }
    String name = row.word();
    String sentence = row.cells().get(column).strip();
    if (sentence.isEmpty() || name.isEmpty()) {
      throw row.problem(
          "got an empty %s where words are expected"
              .formatted(name.isEmpty() ? "name" : "sentence"));
    }
    Long former = lines.putIfAbsent(name, row.line());
    if (former != null) {
      throw row.problem(
          "got '%s' a second time (first on line %d) where a name of its own is expected"
              .formatted(name, former));
    }
    stimuli.add(Stimulus.of(name, sentence));
  }
}
