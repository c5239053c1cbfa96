package org.mitchell.maps.atlas;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.mitchell.files.InputException;
import org.mitchell.maps.atlas.NameLine.Word;

/**
 * Names separated from their numbers by blanks: {@code 1 Precentral_L 2001}, {@code 17
 * Left-Hippocampus 220 216 20 0}, {@code 4 0.0 0.58 0.0 Right-Post}. A line that fits no layout of
 * the table is an error.
 */
final class BlankSeparated {
  private final Path file;

  BlankSeparated(Path file) {
    this.file = file;
  }

  List<NameRow> rows(String text) {
    List<NameLine> lines = lines(text);
    if (!lines.isEmpty() && NameTable.label(lines.get(0).words().get(0).text()).isEmpty()) {
      return new NumberLast(file)
          .rows(
              lines.stream()
                  .map(
                      l ->
                          new NumberLast.Row(
                              l.number(), l.words().stream().map(Word::text).toList()))
                  .toList());
    }
    // A wrong number is told before its line has a part in what the layout is.
    lines.forEach(line -> NameTable.number(file, line.number(), line.words().get(0).text()));
    List<NameLine> plain = lines.stream().filter(line -> !line.hasQuotes()).toList();
    NameLayout layout = plain.isEmpty() ? new NumbersBehind(0) : NameLayout.of(plain);
    return lines.stream()
        .map(
            line ->
                NameTable.row(
                    file,
                    line.number(),
                    line.words().get(0).text(),
                    line.hasQuotes() ? quoted(line) : layout.name(line)))
        .toList();
  }

  /** The only word in quotes, beside which there are numbers alone. */
  private static String quoted(NameLine line) {
    List<Word> quoted = line.words().stream().filter(Word::quoted).toList();
    boolean numbers = line.words().stream().filter(word -> !word.quoted()).allMatch(Word::isNumber);
    if (quoted.size() != 1 || !numbers) {
      throw line.unexpected("numbers and one name in quotes are expected");
    }
    return quoted.get(0).text();
  }

  private List<NameLine> lines(String text) {
    var lines = new ArrayList<NameLine>();
    long number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (line.isBlank() || NameTable.isComment(line)) {
        continue;
      }
      NameLine words = NameLine.of(file, number, line);
      if (words.words().size() < 2) {
        throw InputException.in(
            file,
            "line %d: a number and a name are expected, got '%s'".formatted(number, line.strip()));
      }
      if (!lines.isEmpty()
          || !NameTable.isHeader(words.words().stream().map(Word::text).toList())) {
        lines.add(words);
      }
    }
    return lines;
  }
}
