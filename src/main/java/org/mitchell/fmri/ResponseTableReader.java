package org.mitchell.fmri;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mitchell.files.InputException;

/**
 * Responses from a table of text: one row an image, the word first, then a column a voxel.
 *
 * <p>Several rows of one word are its presentations. A header is optional; where there is one, the
 * columns {@code category} (or {@code cond}), {@code presentation} (or {@code epoch}, {@code run})
 * and {@code study} are known by name and all others are voxels.
 */
final class ResponseTableReader {
  private static final Set<String> CATEGORY = Set.of("category", "cond");
  private static final Set<String> PRESENTATION = Set.of("presentation", "epoch", "run");
  private static final Set<String> STUDY = Set.of("study");
  private static final Set<String> KNOWN =
      Stream.of(CATEGORY, PRESENTATION, STUDY).flatMap(Set::stream).collect(Collectors.toSet());

  private final Path file;
  private final List<TextRow> rows;
  private final Optional<TextRow> header;
  private final int category;
  private final int presentation;
  private final int study;
  private final int[] voxelCells;

  private ResponseTableReader(Path file, List<TextRow> all) {
    this.file = file;
    this.header = hasHeader(all.get(0)) ? Optional.of(all.get(0)) : Optional.empty();
    this.rows = header.isPresent() ? all.subList(1, all.size()) : all;
    this.category = named(CATEGORY);
    this.presentation = named(PRESENTATION);
    this.study = named(STUDY);
    this.voxelCells =
        IntStream.range(1, all.get(0).cells().size())
            .filter(c -> c != category && c != presentation && c != study)
            .toArray();
  }

  static Responses read(Path file, String participant) throws IOException {
    List<TextRow> all = TextRow.readAll(file);
    if (all.isEmpty()) {
      throw InputException.in(
          file, "the table is empty. Expected: a row an image, 'word value value ...'");
    }
    return new ResponseTableReader(file, all).responses(participant);
  }

  /** One word's images, by the numbers of their presentations. */
  private static final class Word {
    final String category;
    final TreeMap<Double, float[]> imageOfPresentation = new TreeMap<>();

    Word(String category) {
      this.category = category;
    }
  }

  private Responses responses(String participant) {
    if (rows.isEmpty() || voxelCells.length == 0) {
      throw InputException.in(
          file, "no responses. Expected: a row an image, 'word value value ...'");
    }
    var words = new LinkedHashMap<String, Word>();
    for (TextRow row : rows) {
      add(row, words);
    }
    var stimuli = new ArrayList<Stimulus>();
    words.forEach((name, word) -> stimuli.add(new Stimulus(name, word.category)));
    float[][][] trials =
        words.values().stream()
            .map(w -> w.imageOfPresentation.values().toArray(float[][]::new))
            .toArray(float[][][]::new);
    return new Responses(participant, studyText(), stimuli, trials, Optional.empty(), List.of());
  }

  private void add(TextRow row, LinkedHashMap<String, Word> words) {
    int expected = header.orElse(rows.get(0)).cells().size();
    if (row.cells().size() != expected) {
      throw InputException.in(
          file,
          "line %d: %,d cells where %,d are expected (the word, then %,d voxels)"
              .formatted(row.line(), row.cells().size(), expected, voxelCells.length));
    }
    String name = row.cells().get(0).strip();
    if (name.isEmpty()) {
      throw InputException.in(file, "line %d: no word in the first column".formatted(row.line()));
    }
    String itsCategory = category < 0 ? "" : row.cells().get(category).strip();
    Word word = words.computeIfAbsent(name, n -> new Word(itsCategory));
    if (!word.category.equals(itsCategory)) {
      throw InputException.in(
          file,
          "line %d: the word %s has category '%s' here and '%s' in an earlier row"
              .formatted(row.line(), name, itsCategory, word.category));
    }
    double number =
        presentation < 0 ? word.imageOfPresentation.size() + 1 : row.number(file, presentation);
    if (!Double.isFinite(number)) {
      throw InputException.in(
          file,
          "line %d, column %d: '%s' where the number of a presentation is expected"
              .formatted(row.line(), presentation + 1, row.cells().get(presentation).strip()));
    }
    if (word.imageOfPresentation.put(number, image(row)) != null) {
      throw InputException.in(
          file,
          "line %d: the word %s has presentation %s already in an earlier row"
              .formatted(row.line(), name, row.cells().get(presentation).strip()));
    }
  }

  private float[] image(TextRow row) {
    var image = new float[voxelCells.length];
    for (int v = 0; v < image.length; v++) {
      image[v] = (float) row.number(file, voxelCells[v]);
    }
    return image;
  }

  private String studyText() {
    return study < 0 ? "" : rows.get(0).cells().get(study).strip();
  }

  /**
   * A header has names where the rows have numbers. A row that is merely damaged must not pass for
   * one, nor the responses to the word <em>word</em>.
   */
  private static boolean hasHeader(TextRow first) {
    String start = nameOf(first.cells().get(0));
    int others = first.cells().size() - 1;
    int[] names = IntStream.rangeClosed(1, others).filter(c -> !first.isNumber(c)).toArray();
    if (names.length == 0) {
      return start.isEmpty() || start.equals("word") && countsUp(first);
    }
    return start.isEmpty()
        || start.equals("word")
        || names.length == others
        || Arrays.stream(names).allMatch(c -> KNOWN.contains(nameOf(first.cells().get(c))));
  }

  /** Whether the cells are numbers of columns: 0, 1, 2, ... or from 1. */
  private static boolean countsUp(TextRow first) {
    double start = first.number(Path.of(""), 1);
    return IntStream.range(1, first.cells().size())
            .allMatch(c -> first.number(Path.of(""), c) == start + c - 1)
        && (start == 0 || start == 1);
  }

  private static String nameOf(String cell) {
    return cell.strip().toLowerCase(Locale.ROOT);
  }

  private int named(Set<String> names) {
    List<String> cells = header.map(TextRow::cells).orElse(List.of());
    for (int c = 1; c < cells.size(); c++) {
      if (names.contains(nameOf(cells.get(c)))) {
        return c;
      }
    }
    return -1;
  }
}
