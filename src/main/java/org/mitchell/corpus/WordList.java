package org.mitchell.corpus;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import org.mitchell.files.InputException;
import org.mitchell.files.InputFiles;

/**
 * A file with a word a line; what follows a tab or a comma is passed over, and so are blank lines
 * and lines with #.
 */
public final class WordList {
  private WordList() {}

  /**
   * The words in the order of the file. A first line {@code word}, {@code noun} or {@code verb} is
   * a header.
   *
   * @throws InputException if there is no word, one comes twice, or the file is no text
   */
  public static List<String> read(Path file) throws IOException {
    var words = new LinkedHashSet<String>();
    try (var reader =
        new BufferedReader(new InputStreamReader(InputFiles.open(file), StandardCharsets.UTF_8))) {
      int number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        line = number == 1 && line.startsWith("\ufeff") ? line.substring(1) : line;
        String word = line.split("[\t,]", 2)[0].strip();
        boolean header = words.isEmpty() && word.matches("(?i)word|noun|verb");
        if (word.isEmpty() || word.startsWith("#") || header) {
          continue;
        }
        if (word.indexOf('\ufffd') >= 0 || word.chars().anyMatch(Character::isISOControl)) {
          throw InputException.in(
              file,
              "line %d: this is no text in UTF-8. A word a line is expected".formatted(number));
        }
        if (!words.add(word)) {
          throw InputException.in(
              file, "line %d: the word %s comes a second time".formatted(number, word));
        }
      }
    }
    if (words.isEmpty()) {
      throw InputException.in(file, "no words. A word a line is expected");
    }
    return List.copyOf(words);
  }
}
