package org.mitchell.cli.options;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mitchell.corpus.WordList;
import org.mitchell.tables.TableRules;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The words that a table is made of: typed, in a file, or the paper's nouns. */
public final class WordsOptions {
  @Parameters(
      arity = "0..*",
      paramLabel = "WORD",
      description = "the words (default: the sixty nouns of the paper)")
  private List<String> typed = List.of();

  @Option(
      names = "--words",
      paramLabel = "FILE",
      description = "a file with a word a line, beside or instead of those")
  private Path file;

  /** Whether any are given, were it none in a file. */
  public boolean isGiven() {
    return file != null || !typed.isEmpty();
  }

  public Optional<Path> file() {
    return Optional.ofNullable(file);
  }

  /**
   * Those that are given, those of the file last; none where none are.
   *
   * @throws UsageException if a word is empty or blank
   */
  public List<String> given(TableRules rules) throws IOException {
    var words = new ArrayList<>(TypedWords.of("WORD", typed));
    if (file != null) {
      words.addAll(WordList.read(file, rules));
    }
    return words.stream().distinct().toList();
  }
}
