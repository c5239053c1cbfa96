package org.mitchell.images;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.mitchell.files.InputException;
import org.mitchell.tables.TableKind;
import org.mitchell.tables.TableRules;
import org.mitchell.tables.TextTable;

/** What stimuli are called: a table of what a study calls each, and its word. */
public final class WordNames {
  private WordNames() {}

  /**
   * @return words by what the study calls the stimulus
   * @throws InputException if a row has no two cells, or a stimulus has two words
   */
  public static Map<String, String> read(Path file, TableRules rules) throws IOException {
    var names = new HashMap<String, String>();
    Optional<TextTable> table = TextTable.open(file, rules, TableKind.LIST);
    if (table.isEmpty()) {
      throw InputException.in(file, "no stimuli. A stimulus and its word a row are expected");
    }
    table
        .get()
        .rows(
            row -> {
              if (row.cells().size() < 2 || row.cells().get(1).isEmpty()) {
                throw row.problem("a stimulus and its word are expected, got " + row.cells());
              }
              String word = row.cells().get(1);
              String former = names.putIfAbsent(row.cells().get(0), word);
              if (former != null && !former.equals(word)) {
                throw row.problem(
                    "'%s' is '%s' here and '%s' before"
                        .formatted(row.cells().get(0), word, former));
              }
            });
    return names;
  }
}
