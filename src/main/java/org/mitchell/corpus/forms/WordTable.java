package org.mitchell.corpus.forms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The tables of exceptions that lie beside these classes: a header, then a word a line. */
final class WordTable {
  private WordTable() {}

  /** The lines without the header, cut into cells; the first cell is the word. */
  static List<List<String>> read(String name) {
    try (var stream = WordTable.class.getResourceAsStream(name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> List.of(line.split("\t", -1)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The words of a cell that holds several, or none. */
  static List<String> words(String cell) {
    return cell.isEmpty() ? List.of() : List.of(cell.split(" "));
  }
}
