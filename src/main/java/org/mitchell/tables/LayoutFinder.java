package org.mitchell.tables;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.mitchell.files.InputException;

/** Finds the {@link Layout} of a table from its first rows: the separator that fits them best. */
final class LayoutFinder {
  /** The first of those that fit as well is taken. */
  private static final List<Character> SEPARATORS = List.of('\t', ';', ',', ' ');

  private final Path file;
  private final TableRules rules;
  private final TableKind kind;

  LayoutFinder(Path file, TableRules rules, TableKind kind) {
    this.file = file;
    this.rules = rules;
    this.kind = kind;
  }

  /** The layout; nothing where the table has neither header nor rows. */
  Optional<Layout> find() throws IOException {
    Optional<Layout> vectors = kind.hashRows() ? wordVectors() : Optional.empty();
    if (vectors.isPresent()) {
      return vectors;
    }
    var samples = new ArrayList<Sample>();
    for (char separator : kind.blanks() ? SEPARATORS : List.of(Layout.ANY)) {
      samples.add(Sample.read(file, rules, separator, true));
    }
    if (samples.stream().allMatch(sample -> sample.records().isEmpty())) {
      samples.get(0).failure().ifPresent(LayoutFinder::fail);
      return Optional.empty();
    }
    Sample best = // of equals the first
        Collections.max(
            samples,
            Comparator.comparing(Sample::parts)
                .thenComparing(s -> kind.values() ? s.numberShare() : 0)
                .thenComparing(Sample::consistency));
    if (best.separator() == ' ' && !best.allQuoted()) {
      best = Sample.read(file, rules, ' ', false);
    }
    return Optional.of(new LayoutOfSample(best, kind).layout());
  }

  private static void fail(InputException failure) {
    throw failure;
  }

  /** The word2vec text format: a line with the numbers of words and of values, then the vectors. */
  private Optional<Layout> wordVectors() throws IOException {
    List<Sample.Cells> records = Sample.read(file, rules, ' ', false).records();
    if (records.size() < 2 || records.get(0).size() != 2) {
      return Optional.empty();
    }
    String words = records.get(0).cells().get(0);
    String values = records.get(0).cells().get(1);
    boolean counts =
        words.length() < 10
            && values.length() < 8
            && (words + values).chars().allMatch(c -> c >= '0' && c <= '9');
    int dims = counts ? Integer.parseInt(values) : 0;
    Sample.Cells first = records.get(1);
    if (dims < 1 || first.size() <= dims || first.trailingNumbers() < dims) {
      return Optional.empty();
    }
    return Optional.of(
        new Layout(
            ' ',
            false,
            dims + 1,
            Optional.empty(),
            first.line(),
            '.',
            false,
            true,
            Math.max(1, Long.parseLong(words)),
            Collections.nCopies(dims + 1, false)));
  }
}
