package org.mitchell.cli.norms;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.mitchell.cli.options.CommonOptions;
import org.mitchell.cli.options.OnError;
import org.mitchell.cli.options.TableOptions;
import org.mitchell.norms.Norm;
import org.mitchell.tables.Duplicates;
import org.mitchell.tables.TableRules;
import org.mitchell.vectors.WordVectors;
import org.mitchell.vectors.files.ReadingRules;
import org.mitchell.vectors.files.VectorFile;
import org.mitchell.vectors.files.VectorReader;
import org.mitchell.vectors.files.WantedWords;
import picocli.CommandLine.Option;

/** How tables of norms and files of vectors are read. */
final class NormTableOptions {
  @Option(
      names = "--duplicates",
      paramLabel = "RULE",
      description =
          "of a word with several rows of other values in a table of norms:"
              + " ${COMPLETION-CANDIDATES} (default: mean)")
  private Duplicates duplicates = Duplicates.MEAN;

  @Option(
      names = "--on-error",
      paramLabel = "RULE",
      description =
          "of a row of word vectors that cannot be read: ${COMPLETION-CANDIDATES}; skip leaves it"
              + " out and says so (default: fail)")
  private OnError onError = OnError.FAIL;

  @Option(
      names = "--encoding",
      paramLabel = "NAME",
      converter = TableOptions.Encodings.class,
      description = "encoding of tables and words that are not UTF-8 (default: they are refused)")
  private Charset encoding;

  TableRules rules(CommonOptions common) {
    return new TableRules(Optional.ofNullable(encoding), duplicates, common::note);
  }

  /** The vectors of rated words and of others, whatever their case. */
  WordVectors vectors(Path file, List<Norm> norms, Collection<String> others, CommonOptions common)
      throws IOException {
    var words = new LinkedHashSet<String>(others);
    norms.forEach(norm -> words.addAll(norm.words()));
    var rules =
        new ReadingRules(onError == OnError.SKIP, Optional.ofNullable(encoding), common::note);
    return VectorReader.read(VectorFile.of(file), WantedWords.of(new ArrayList<>(words)), rules);
  }
}
