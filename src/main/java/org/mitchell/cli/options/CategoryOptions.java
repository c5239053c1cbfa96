package org.mitchell.cli.options;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mitchell.fmri.CategoryTable;
import org.mitchell.tables.TableRules;
import picocli.CommandLine.Option;

/** The categories of words. */
public final class CategoryOptions {
  @Option(
      names = "--categories",
      paramLabel = "FILE",
      description =
          "table of word and category (default: those of the participant or fit; those of the"
              + " paper's 60 nouns are built in)")
  private Path file;

  /** The table, none where it was not given. */
  public Stream<Path> files() {
    return Stream.ofNullable(file);
  }

  /** The category of each word of the table; nothing where none was given. */
  public Optional<Map<String, String>> given(TableRules rules) throws IOException {
    return file == null ? Optional.empty() : Optional.of(CategoryTable.read(file, rules));
  }
}
