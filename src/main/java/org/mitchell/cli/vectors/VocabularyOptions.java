package org.mitchell.cli.vectors;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mitchell.cli.options.CommonOptions;
import org.mitchell.cli.options.OnError;
import org.mitchell.cli.options.TableOptions;
import org.mitchell.cli.options.UsageException;
import org.mitchell.files.InputException;
import org.mitchell.text.Counted;
import org.mitchell.vectors.WordVectors;
import org.mitchell.vectors.files.ReadingRules;
import org.mitchell.vectors.files.VectorFile;
import org.mitchell.vectors.files.VectorReader;
import org.mitchell.vectors.questions.Metric;
import org.mitchell.words.NearestWords;
import org.mitchell.words.WordMatch;
import picocli.CommandLine.Option;

/** How files of vectors are read, and how words are found in them. */
final class VocabularyOptions {
  private static final int MOST_SPELLINGS = 5;

  @Option(
      names = "--restrict",
      paramLabel = "N",
      description =
          "answers are among the first N words of the file, the most frequent ones as a rule"
              + " (default: all)")
  private Integer restrict;

  @Option(
      names = "--on-error",
      paramLabel = "RULE",
      description =
          "of a row that cannot be read: ${COMPLETION-CANDIDATES}; skip leaves it out and says so"
              + " (default: fail)")
  private OnError onError = OnError.FAIL;

  @Option(
      names = "--encoding",
      paramLabel = "NAME",
      converter = TableOptions.Encodings.class,
      description = "encoding of words that are not UTF-8 (default: they are left out)")
  private Charset encoding;

  /** How many words may be answers. */
  int restrict() {
    if (restrict != null && restrict < 1) {
      throw new UsageException(
          "--restrict: got %d where a number from 1 up is expected".formatted(restrict));
    }
    return restrict == null ? Integer.MAX_VALUE : restrict;
  }

  ReadingRules rules(CommonOptions common) {
    return new ReadingRules(onError == OnError.SKIP, Optional.ofNullable(encoding), common::note);
  }

  WordVectors read(Path file, CommonOptions common) throws IOException {
    restrict();
    return VectorReader.read(VectorFile.of(file), rules(common));
  }

  /**
   * The words of a vocabulary that are meant; says which are taken for others.
   *
   * @throws InputException with the nearest spellings if one is not there
   */
  static List<WordMatch> find(WordVectors vectors, List<String> words, CommonOptions common) {
    var found = new ArrayList<WordMatch>();
    for (String word : words) {
      WordMatch match = vectors.find(word).orElseThrow(() -> unknown(vectors, word));
      if (!match.exact()) {
        common.note(match.said() + " in " + vectors.name());
      }
      found.add(match);
    }
    return List.copyOf(found);
  }

  /**
   * @throws InputException if a word has a vector that a metric says nothing of
   */
  static void requireDirections(WordVectors vectors, List<WordMatch> words, Metric metric) {
    for (WordMatch word : words) {
      if (!metric.isDefinedFor(vectors.vector(word.position()))) {
        throw new InputException(
            "the vector of '%s' in %s has %s: nothing can be said of its %s"
                .formatted(
                    word.word(),
                    vectors.name(),
                    metric == Metric.COSINE ? "zeros alone" : "equal numbers alone",
                    metric.name().toLowerCase(Locale.ROOT)));
      }
    }
  }

  private static InputException unknown(WordVectors vectors, String word) {
    List<String> nearest = NearestWords.of(word, vectors.words(), MOST_SPELLINGS);
    return new InputException(
        "'%s' is not among the %s of %s.%s"
            .formatted(
                word,
                Counted.of(vectors.count(), "word"),
                vectors.name(),
                nearest.isEmpty() ? "" : " Nearest: " + String.join(", ", nearest)));
  }
}
