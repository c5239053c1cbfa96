package org.mitchell.bids;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.mitchell.files.InputException;
import org.mitchell.tables.TableKind;
import org.mitchell.tables.TableRow;
import org.mitchell.tables.TableRules;
import org.mitchell.tables.TextTable;
import org.mitchell.text.Counted;
import org.mitchell.trials.Event;

/** BIDS's events of a run: onset and duration in seconds, and what happened. */
final class EventTable {
  private static final List<String> TYPES = List.of("word", "trial_type", "stim_file");
  private static final Set<String> KNOWN =
      Set.of("onset", "duration", "trial_type", "word", "stim_file");

  private EventTable() {}

  /**
   * The events in the order of their onsets.
   *
   * @param column the one that says what happened; without it word, trial_type or stim_file
   * @throws InputException if a column is missing, or a time is no number
   */
  static List<Event> read(Path file, Optional<String> column, Consumer<String> notes)
      throws IOException {
    TextTable table =
        TextTable.open(file, TableRules.of(Optional.empty(), notes), TableKind.texts(KNOWN))
            .orElseThrow(
                () ->
                    InputException.in(
                        file, "no events. Onset, duration and trial_type are expected"));
    List<String> names =
        table.columns().stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    int onset = column(file, names, "onset");
    int duration = column(file, names, "duration");
    int type = column.isPresent() ? column(file, names, column.get()) : type(file, names);
    var events = new ArrayList<Event>();
    table.rows(row -> events.add(event(row, onset, duration, type)));
    events.sort(Comparator.comparingDouble(Event::onset));
    return events;
  }

  private static int type(Path file, List<String> names) {
    return TYPES.stream()
        .map(names::indexOf)
        .filter(found -> found >= 0)
        .findFirst()
        .orElseThrow(() -> InputException.in(file, missing("trial_type", names)));
  }

  private static int column(Path file, List<String> names, String name) {
    int found = names.indexOf(name.toLowerCase(Locale.ROOT));
    if (found < 0) {
      throw InputException.in(file, missing(name, names));
    }
    return found;
  }

  private static String missing(String name, List<String> names) {
    return "there is no column '%s'. Columns: %s".formatted(name, String.join(", ", names));
  }

  private static Event event(TableRow row, int onset, int duration, int type) {
    requireCells(row, Math.max(type, Math.max(onset, duration)));
    return event(row, onset, duration, row.cells().get(type));
  }

  /**
   * The event of a row, of a type that the row does not say.
   *
   * @param onset the cell of the onset, s
   * @param duration the cell of the duration, s; n/a stands for 0
   */
  static Event event(TableRow row, int onset, int duration, String type) {
    requireCells(row, Math.max(onset, duration));
    double length = row.number(duration);
    double start = row.number(onset);
    if (!Double.isFinite(start) || length < 0 || Double.isInfinite(length)) {
      throw row.problem(
          "onset %s and duration %s where seconds are expected"
              .formatted(row.cells().get(onset), row.cells().get(duration)));
    }
    return new Event(start, Double.isNaN(length) ? 0 : length, type);
  }

  private static void requireCells(TableRow row, int last) {
    if (row.cells().size() <= last) {
      throw row.problem(
          "%s, too few for its columns".formatted(Counted.of(row.cells().size(), "cell")));
    }
  }
}
