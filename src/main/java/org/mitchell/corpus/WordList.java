package org.mitchell.corpus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mitchell.files.InputException;
import org.mitchell.tables.TableKind;
import org.mitchell.tables.TableRow;
import org.mitchell.tables.TableRules;
import org.mitchell.tables.TextTable;

/**
 * A file with a word a line, quoted or not; what follows a tab, a comma or a semicolon is passed
 * over, and so are blank lines and lines with #.
 */
public final class WordList {
  private WordList() {}

  /**
   * The words in the order of the file and in their canonical form. A first line {@code word},
   * {@code noun} or {@code verb} is a header.
   *
   * @throws InputException if there is no word, one comes twice, or the file is no text
   */
  public static List<String> read(Path file, TableRules rules) throws IOException {
    var words = new LinkedHashSet<String>();
    Optional<TextTable> table = TextTable.open(file, rules, TableKind.LIST);
    if (table.isPresent()) {
      table.get().rows(row -> add(row, words));
    }
    if (words.isEmpty()) {
      throw InputException.in(file, "no words. A word a line is expected");
    }
    return List.copyOf(words);
  }

  private static void add(TableRow row, Set<String> words) {
    String word = row.word();
    if (word.chars().anyMatch(Character::isISOControl)) {
      throw row.problem("this is no word of text. A word a line is expected");
    }
    if (!word.isEmpty() && !words.add(word)) {
      throw row.problem("the word %s comes a second time".formatted(word));
    }
  }
}
