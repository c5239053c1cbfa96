package org.mitchell.images;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.mitchell.files.InputException;

/** The order of the presentations of words that a table of labels gives. */
final class PresentationOrder {
  private PresentationOrder() {}

  /**
   * The trials by the numbers of their presentations; as they are where the labels have none.
   *
   * @param table that has the labels
   * @param rows of the trials, in their order
   * @throws InputException if a word has the same presentation twice
   */
  static List<TrialImage> of(Path table, List<TrialLabel> rows, List<TrialImage> trials) {
    if (rows.stream().allMatch(row -> row.presentation().isEmpty())) {
      return trials;
    }
    requireDistinct(table, rows);
    return IntStream.range(0, rows.size())
        .boxed()
        .sorted(Comparator.comparingInt(t -> rows.get(t).presentation().orElseThrow()))
        .map(trials::get)
        .toList();
  }

  private static void requireDistinct(Path table, List<TrialLabel> rows) {
    var lines = new HashMap<List<Object>, Long>();
    for (TrialLabel row : rows) {
      var key = new ArrayList<Object>();
      key.add(row.stimulus().word());
      key.add(row.presentation().orElseThrow());
      Long former = lines.putIfAbsent(key, row.line());
      if (former != null) {
        throw InputException.in(
            table,
            "line %,d: presentation %d of '%s', which line %,d has too. Number the presentations of a word from 1"
                .formatted(
                    row.line(), row.presentation().orElseThrow(), row.stimulus().word(), former));
      }
    }
  }
}
