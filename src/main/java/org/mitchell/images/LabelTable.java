package org.mitchell.images;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import org.mitchell.files.InputException;
import org.mitchell.fmri.ImageOptions.Labels;
import org.mitchell.fmri.Moment;
import org.mitchell.fmri.Stimulus;
import org.mitchell.tables.TableKind;
import org.mitchell.tables.TableRow;
import org.mitchell.tables.TableRules;
import org.mitchell.tables.TextTable;

/** A table that says what was shown in each volume of a series: a row a volume, in their order. */
final class LabelTable {
  private static final List<String> WORDS =
      List.of("word", "stimulus", "trial_type", "label", "labels");
  private static final Set<String> RUNS = Set.of("run", "run_id", "chunk", "chunks");
  private static final Set<String> SESSIONS = Set.of("session", "ses", "session_id");
  private static final Set<String> CATEGORIES = Set.of("category", "categories", "condition");
  private static final Set<String> INCLUDES = Set.of("include");
  private static final Set<String> ONSETS = Set.of("onset");
  private static final Set<String> DURATIONS = Set.of("duration");
  private static final Set<String> PRESENTATIONS = Set.of("presentation");
  private static final Set<String> FOLDS = Set.of("fold");
  private static final Set<String> STUDIES = Set.of("study");
  private static final Set<String> NO = Set.of("0", "0.0", "false", "no", "n/a");
  private static final Set<String> YES = Set.of("1", "1.0", "true", "yes");

  private final TextTable table;
  private final Labels options;
  private final StimulusNames names;
  private final int word;
  private final int run;
  private final int session;
  private final int category;
  private final int include;
  private final int fold;
  private final int presentation;
  private final int study;
  private final int onset;
  private int rows;

  private LabelTable(TextTable table, Labels options, StimulusNames names) {
    this.table = table;
    this.options = options;
    this.names = names;
    List<String> columns =
        table.columns().stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    this.word = wordColumn(columns);
    this.run = column(columns, RUNS);
    this.session = column(columns, SESSIONS);
    this.category = column(columns, CATEGORIES);
    this.include = column(columns, INCLUDES);
    this.fold = column(columns, FOLDS);
    this.presentation = column(columns, PRESENTATIONS);
    this.study = column(columns, STUDIES);
    this.onset = column(columns, ONSETS);
  }

  /**
   * @throws InputException if there is no column of words, a cell is empty, {@code include} holds
   *     neither yes nor no, or {@code presentation} no number
   */
  static List<TrialLabel> read(
      Labels options, StimulusNames names, Optional<Charset> encoding, Consumer<String> notes)
      throws IOException {
    return read(
        options,
        names,
        encoding,
        notes,
        problem -> {
          throw problem;
        });
  }

  /** Whether labels are in a table. */
  static boolean isTable(Labels options) {
    return options
        .table()
        .filter(file -> !file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".mat"))
        .isPresent();
  }

  /**
   * As above, going on with the next row where one is wrong.
   *
   * @param problems takes what is wrong with a row
   */
  static List<TrialLabel> read(
      Labels options,
      StimulusNames names,
      Optional<Charset> encoding,
      Consumer<String> notes,
      Consumer<InputException> problems)
      throws IOException {
    Path file = options.table().orElseThrow();
    var known = new HashSet<>(WORDS);
    options.column().ifPresent(name -> known.add(name.toLowerCase(Locale.ROOT)));
    List.of(RUNS, SESSIONS, CATEGORIES, INCLUDES, FOLDS, PRESENTATIONS, STUDIES, ONSETS, DURATIONS)
        .forEach(known::addAll);
    Optional<TextTable> table =
        TextTable.open(file, TableRules.of(encoding, notes), TableKind.texts(known));
    if (table.isEmpty()) {
      throw InputException.in(file, "no labels. A header and a row a volume are expected");
    }
    var labels = new ArrayList<TrialLabel>();
    var reader = new LabelTable(table.get(), options, names);
    table
        .get()
        .rows(
            row -> {
              try {
                labels.add(reader.label(row));
              } catch (InputException e) {
                problems.accept(e);
              }
            });
    return labels;
  }

  private int wordColumn(List<String> names) {
    if (options.column().isPresent()) {
      String wanted = options.column().get();
      int found = names.indexOf(wanted.toLowerCase(Locale.ROOT));
      if (!table.hasHeader() || found < 0) {
        throw InputException.in(
            table.file(),
            "there is no column '%s'. Columns: %s"
                .formatted(wanted, String.join(", ", table.columns())));
      }
      return found;
    }
    if (!table.hasHeader()) {
      return 0;
    }
    return WORDS.stream()
        .map(names::indexOf)
        .filter(column -> column >= 0)
        .findFirst()
        .orElseThrow(
            () ->
                InputException.in(
                    table.file(),
                    "none of the columns %s says what was shown; one called %s is expected"
                        .formatted(String.join(", ", table.columns()), String.join(", ", WORDS))));
  }

  private int column(List<String> names, Set<String> wanted) {
    for (int c = 0; c < names.size() && table.hasHeader(); c++) {
      if (c != word && wanted.contains(names.get(c))) {
        return c;
      }
    }
    return -1;
  }

  private TrialLabel label(TableRow row) {
    String text = cell(row, word);
    boolean used = isIncluded(row);
    String name = used ? name(row, text) : text.isEmpty() ? "-" : text;
    return new TrialLabel(
        row.line(),
        new Stimulus(name, given(row, category)),
        given(row, session),
        given(row, run),
        given(row, fold),
        cell(row, study),
        used ? presentation(row) : OptionalInt.empty(),
        Optional.of(new Moment(rows++, seconds(row))),
        used);
  }

  private String name(TableRow row, String text) {
    String canonical =
        names
            .word(text)
            .orElseThrow(
                () ->
                    row.problem(
                        "'%s' does not match the expression %s"
                            .formatted(text, options.expression().orElseThrow())));
    if (canonical.isBlank()) {
      throw row.problem(
          "no word in column '%s'. A volume that is not to be used has 0 in a column 'include'"
              .formatted(table.columns().get(word)));
    }
    return canonical;
  }

  private boolean isIncluded(TableRow row) {
    String text = cell(row, include).toLowerCase(Locale.ROOT);
    if (include < 0 || YES.contains(text)) {
      return true;
    }
    if (NO.contains(text)) {
      return false;
    }
    throw row.problem("include is '%s' where 1 or 0 is expected".formatted(text));
  }

  /** Empty where the row says that there is none. */
  private static String given(TableRow row, int column) {
    String text = cell(row, column);
    return text.equalsIgnoreCase("n/a") ? "" : text;
  }

  /** Nothing where the cell is no number: nobody asked for a time. */
  private OptionalDouble seconds(TableRow row) {
    try {
      double seconds = Double.parseDouble(cell(row, onset));
      return Double.isFinite(seconds) ? OptionalDouble.of(seconds) : OptionalDouble.empty();
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }

  private OptionalInt presentation(TableRow row) {
    if (presentation < 0) {
      return OptionalInt.empty();
    }
    String text = cell(row, presentation);
    try {
      return OptionalInt.of(Integer.parseInt(text.replaceFirst("\\.0+$", "")));
    } catch (NumberFormatException e) {
      throw row.problem("presentation is '%s' where a whole number is expected".formatted(text));
    }
  }

  private static String cell(TableRow row, int column) {
    return column < 0 || column >= row.cells().size() ? "" : row.cells().get(column);
  }
}
