package org.mitchell.fmri;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mitchell.files.InputException;
import org.mitchell.tables.TableKind;
import org.mitchell.tables.TableRow;
import org.mitchell.tables.TableRules;
import org.mitchell.tables.TextTable;
import org.mitchell.text.Counted;

/**
 * Responses from a table of text: one row an image, the word first, then a column a voxel.
 *
 * <p>Several rows of one word are its presentations, in the order of the columns that number them,
 * of the rows where there are none. A header is optional; where there is one, {@link
 * ResponseColumns} tells the voxels from what stands beside them.
 */
final class ResponseTableReader {
  private static final String EXPECTED = "Expected: a row an image, 'word value value ...'";

  /** Orders a word's images: by their numbers, then as they stand in the file. */
  private static final Comparator<double[]> IN_ORDER = ResponseTableReader::compare;

  private final TextTable table;
  private final ResponseColumns columns;
  private final Map<String, Word> words = new LinkedHashMap<>();
  private String study = "";

  private ResponseTableReader(TextTable table) {
    this.table = table;
    this.columns = ResponseColumns.of(table);
  }

  static Responses read(Path file, String participant, ReadOptions options) throws IOException {
    var notes = new ArrayList<String>();
    TextTable table =
        TextTable.open(
                file,
                TableRules.of(options.encoding(), notes::add),
                TableKind.numbers(ResponseColumns.KNOWN))
            .orElseThrow(() -> InputException.in(file, "the table is empty. " + EXPECTED));
    var reader = new ResponseTableReader(table);
    if (!reader.columns.apart().isEmpty()) {
      notes.add(
          "%s beside the voxels not read: %s"
              .formatted(
                  Counted.of(reader.columns.apart().size(), "column"),
                  String.join(", ", reader.columns.apart())));
    }
    if (reader.columns.voxels().length > 0) {
      table.rows(reader::add);
    }
    if (reader.words.isEmpty()) {
      throw InputException.in(file, "no responses. " + EXPECTED);
    }
    return reader.responses(participant, notes);
  }

  /** One word's images, by the numbers of their presentations. */
  private static final class Word {
    final String category;
    final TreeMap<double[], double[]> images = new TreeMap<>(IN_ORDER);

    Word(String category) {
      this.category = category;
    }
  }

  private Responses responses(String participant, List<String> notes) {
    var stimuli = new ArrayList<Stimulus>();
    words.forEach((name, word) -> stimuli.add(new Stimulus(name, word.category)));
    double[][][] trials =
        words.values().stream()
            .map(word -> word.images.values().toArray(double[][]::new))
            .toArray(double[][][]::new);
    words.clear();
    return SinglePrecision.responses(participant, study, stimuli, trials, notes);
  }

  private void add(TableRow row) {
    if (row.cells().size() != table.width()) {
      throw row.problem(
          "%s where %,d are expected (the word, then %s)"
              .formatted(
                  Counted.of(row.cells().size(), "cell"),
                  table.width(),
                  Counted.of(columns.voxels().length, "voxel")));
    }
    String name = row.word();
    if (name.isEmpty()) {
      throw row.problem("no word in the first column");
    }
    if (words.isEmpty() && columns.study() >= 0) {
      study = row.cells().get(columns.study());
    }
    String category = columns.category() < 0 ? "" : row.cells().get(columns.category());
    Word word = words.computeIfAbsent(name, n -> new Word(category));
    if (!word.category.equals(category)) {
      throw row.problem(
          "the word %s has category '%s' here and '%s' in an earlier row"
              .formatted(name, category, word.category));
    }
    if (word.images.put(place(row, word), image(row)) != null) {
      throw row.problem(
          "the word %s has presentation %s already in an earlier row"
              .formatted(name, numbers(row)));
    }
  }

  /** Where a row comes among those of its word. */
  private double[] place(TableRow row, Word word) {
    var place = new ArrayList<Double>();
    columns.sessions().forEach(column -> place.add(number(row, column)));
    columns.presentations().forEach(column -> place.add(number(row, column)));
    if (columns.presentations().isEmpty()) {
      place.add((double) word.images.size());
    }
    return place.stream().mapToDouble(number -> number).toArray();
  }

  /** A number, or one behind a label as BIDS has it: run-02. */
  private static double number(TableRow row, int column) {
    String cell = row.cells().get(column);
    int digits = cell.length();
    while (digits > 0 && Character.isDigit(cell.charAt(digits - 1))) {
      digits--;
    }
    boolean labelled =
        digits > 1
            && digits < cell.length()
            && cell.charAt(digits - 1) == '-'
            && cell.substring(0, digits - 1).chars().allMatch(Character::isLetter);
    double number = labelled ? Double.parseDouble(cell.substring(digits)) : row.number(column);
    if (!Double.isFinite(number)) {
      throw InputException.in(
          row.file(),
          "line %d, column %d: '%s' where the number of a presentation is expected"
              .formatted(row.line(), column + 1, cell));
    }
    return number;
  }

  private String numbers(TableRow row) {
    var cells = new ArrayList<String>();
    columns.sessions().forEach(column -> cells.add(row.cells().get(column)));
    columns.presentations().forEach(column -> cells.add(row.cells().get(column)));
    return String.join(", ", cells);
  }

  private double[] image(TableRow row) {
    int[] voxels = columns.voxels();
    var image = new double[voxels.length];
    for (int v = 0; v < image.length; v++) {
      image[v] = row.number(voxels[v]);
    }
    return image;
  }

  private static int compare(double[] first, double[] second) {
    int order = 0;
    for (int i = 0; i < first.length && order == 0; i++) {
      order = Double.compare(first[i], second[i]);
    }
    return order;
  }
}
