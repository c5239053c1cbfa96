package org.mitchell.cli.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.mitchell.cli.options.CategoryOptions;
import org.mitchell.tables.TableRules;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The words of rival feature spaces: whether all are to have them, and their categories. */
final class RivalWordsOptions {
  @Option(
      names = "--require-all",
      description = "words that not all spaces and participants have are an error")
  private boolean requireAll;

  @Mixin private CategoryOptions categories;

  boolean requireAll() {
    return requireAll;
  }

  /** The category of each word that is given one; none where no table is given. */
  Map<String, String> categories(TableRules rules) throws IOException {
    return categories.given(rules).orElse(Map.of());
  }

  List<Path> files() {
    return categories.files().toList();
  }
}
