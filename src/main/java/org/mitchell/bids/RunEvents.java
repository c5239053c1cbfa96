package org.mitchell.bids;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.mitchell.files.InputException;
import org.mitchell.tables.TableKind;
import org.mitchell.tables.TableRules;
import org.mitchell.tables.TextTable;
import org.mitchell.trials.Event;

/** What happened in a run, wherever it stands. */
public sealed interface RunEvents {
  /** The files, at least one. */
  List<Path> files();

  /** What messages name. */
  Path place();

  /**
   * The events in the order of their onsets.
   *
   * @param column of a table that says what happened; nothing for the usual ones
   * @throws InputException if a file is damaged, or has not the column
   */
  List<Event> read(Optional<String> column, Consumer<String> notes) throws IOException;

  /** BIDS's table of a run. */
  record Table(Path place) implements RunEvents {
    @Override
    public List<Path> files() {
      return List.of(place);
    }

    @Override
    public List<Event> read(Optional<String> column, Consumer<String> notes) throws IOException {
      return EventTable.read(place, column, notes);
    }
  }

  /**
   * A file for each condition, a row an event: onset and duration in seconds, and a weight (the
   * three columns of FSL and of OpenFMRI).
   *
   * @param place the folder of the files
   * @param conditions their names, by file
   */
  record OfConditions(Path place, Map<Path, String> conditions) implements RunEvents {
    public OfConditions {
      conditions = Map.copyOf(conditions);
    }

    @Override
    public List<Path> files() {
      return conditions.keySet().stream().sorted().toList();
    }

    @Override
    public List<Event> read(Optional<String> column, Consumer<String> notes) throws IOException {
      if (column.isPresent()) {
        throw InputException.in(
            place,
            "there is no column '%s': onsets are in a file a condition".formatted(column.get()));
      }
      var events = new ArrayList<Event>();
      for (Path file : files()) {
        Optional<TextTable> table =
            TextTable.open(
                file, TableRules.of(Optional.empty(), notes), TableKind.numbers(Set.of("onset")));
        if (table.isPresent()) {
          String type = conditions.get(file);
          table.get().rows(row -> events.add(EventTable.event(row, 0, 1, type)));
        }
      }
      events.sort(Comparator.comparingDouble(Event::onset));
      return events;
    }
  }
}
