package org.mitchell.bids;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mitchell.files.InputException;
import org.mitchell.tables.TableKind;
import org.mitchell.tables.TableRules;
import org.mitchell.tables.TextTable;
import org.mitchell.text.Counted;

/**
 * Which columns of fMRIPrep's table of confounds are regressed out. Frames before the steady state
 * always are.
 *
 * @param columns their names, in order
 */
public record Confounds(List<String> columns) {
  private static final List<String> MOTION =
      List.of("trans_x", "trans_y", "trans_z", "rot_x", "rot_y", "rot_z");
  private static final String NON_STEADY = "non_steady_state_outlier";
  private static final int MOST_COMPONENTS = 1000;

  public Confounds {
    columns = List.copyOf(columns);
  }

  /**
   * @param text {@code none}, {@code motion6}, {@code motion24}, {@code acompcor:5}, names of
   *     columns, or several of these with commas
   * @throws IllegalArgumentException if a number of components is none
   */
  public static Confounds of(String text) {
    var columns = new ArrayList<String>();
    for (String part : text.split(",")) {
      columns.addAll(columns(part.strip()));
    }
    return new Confounds(columns.stream().distinct().toList());
  }

  private static List<String> columns(String part) {
    if (part.startsWith("acompcor:")) {
      String count = part.substring("acompcor:".length());
      if (!count.matches("[0-9]{1,4}") || Integer.parseInt(count) > MOST_COMPONENTS) {
        throw new IllegalArgumentException(
            "got '%s' where acompcor:N with a number of components is expected".formatted(part));
      }
      return IntStream.range(0, Integer.parseInt(count))
          .mapToObj("a_comp_cor_%02d"::formatted)
          .toList();
    }
    return switch (part) {
      case "none", "" -> List.of();
      case "motion6" -> MOTION;
      case "motion24" ->
          MOTION.stream()
              .flatMap(
                  name ->
                      Stream.of(
                          name,
                          name + "_derivative1",
                          name + "_power2",
                          name + "_derivative1_power2"))
              .toList();
      default -> List.of(part);
    };
  }

  /**
   * Reads the columns.
   *
   * @param frames how many rows are expected
   * @return a series a column, by name; {@code n/a} in the first row is 0, for what has no value
   *     there are differences
   * @throws InputException if a column is missing, a later cell has no number, or there are not as
   *     many rows as frames
   */
  Map<String, double[]> read(Path file, int frames, Consumer<String> notes) throws IOException {
    TextTable table =
        TextTable.open(
                file,
                TableRules.of(Optional.empty(), notes),
                TableKind.texts(Set.of("trans_x", "framewise_displacement", "csf")))
            .orElseThrow(() -> InputException.in(file, "no confounds"));
    var series = new LinkedHashMap<String, double[]>();
    var places = new LinkedHashMap<String, Integer>();
    for (String name : columns) {
      if (!table.columns().contains(name)) {
        throw InputException.in(
            file,
            "there is no column '%s'. Columns: %s"
                .formatted(name, String.join(", ", table.columns())));
      }
      places.put(name, table.columns().indexOf(name));
    }
    for (String name : table.columns()) {
      if (name.startsWith(NON_STEADY)) {
        places.put(name, table.columns().indexOf(name));
      }
    }
    places.keySet().forEach(name -> series.put(name, new double[frames]));
    int[] rows = {0};
    table.rows(
        row -> {
          int frame = rows[0]++;
          if (frame < frames) {
            places.forEach(
                (name, place) -> {
                  double value = row.number(place);
                  if (!Double.isFinite(value) && frame > 0) {
                    throw row.problem(
                        "column '%s' has '%s' where a number is expected (only the first row may lack one)"
                            .formatted(name, row.cells().get(place)));
                  }
                  series.get(name)[frame] = Double.isFinite(value) ? value : 0;
                });
          }
        });
    if (rows[0] != frames) {
      throw InputException.in(
          file,
          "%s where the run has %,d frames: a row a frame is expected"
              .formatted(Counted.of(rows[0], "row"), frames));
    }
    return series;
  }
}
