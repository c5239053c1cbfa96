package org.mitchell.features;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.mitchell.files.InputException;
import org.mitchell.files.InputFiles;
import org.mitchell.files.Remedy;
import org.mitchell.tables.TableRules;
import org.mitchell.tables.UnknownWords;
import org.mitchell.text.Counted;
import org.mitchell.vectors.files.ReadingRules;
import org.mitchell.vectors.files.SubwordReader;
import org.mitchell.vectors.files.VectorFile;
import org.mitchell.vectors.files.WantedWords;
import org.mitchell.words.NearestWords;
import org.mitchell.words.WordMatch;

/**
 * A file of word vectors as features {@code d1}, {@code d2}, ... The file is read from its
 * beginning to its end for the words that are asked for, and only these are kept.
 */
final class VectorFeatures implements FeatureSource {
  private final VectorFile file;
  private final TableRules rules;
  private final List<String> features;

  /** Made while the rows are read: both take the whole file. */
  private final CompletableFuture<String> sha256;

  private final PickedVectors picked;
  private Optional<double[]> mean = Optional.empty();

  VectorFeatures(VectorFile file, TableRules rules) {
    requireSubwords(file, rules);
    this.file = file;
    this.rules = rules;
    this.features = IntStream.rangeClosed(1, file.size()).mapToObj(d -> "d" + d).toList();
    this.picked = new PickedVectors(file, rules);
    this.sha256 = CompletableFuture.supplyAsync(this::hash);
  }

  /**
   * @throws InputException if unknown words are to be made of their pieces, and the file has no
   *     vectors of those
   */
  static void requireSubwords(VectorFile file, TableRules rules) {
    if (rules.unknown().equals(Optional.of(UnknownWords.SUBWORD)) && !file.hasSubwords()) {
      throw InputException.in(
          file.path(),
          "got a file of %s where a fastText model (.bin) is expected, which has vectors for pieces of words"
              .formatted(file.format().label()),
          Remedy.OTHER_UNKNOWN_WORDS);
    }
  }

  @Override
  public String name() {
    return file.name();
  }

  @Override
  public synchronized FeatureSpace vectors(List<String> words) throws IOException {
    List<String> asked = words.stream().distinct().toList();
    picked.pick(asked);
    Map<String, WordMatch> found = picked.matches(asked);
    var rows = new LinkedHashMap<String, double[]>();
    var spellings = new LinkedHashMap<String, String>();
    Map<String, double[]> made =
        unknown(asked.stream().filter(w -> !found.containsKey(w)).toList());
    for (String word : asked) {
      WordMatch match = found.get(word);
      if (match != null) {
        rows.put(word, picked.vector(match.word()));
        if (!match.word().equals(word)) {
          spellings.put(word, match.word());
        }
      } else if (made.containsKey(word)) {
        rows.put(word, made.get(word));
      }
    }
    return space(rows, spellings);
  }

  @Override
  public Collection<String> knownWords() throws IOException {
    var words = new LinkedHashSet<String>();
    file.words(quiet(), (word, size) -> words.add(word));
    return words;
  }

  /** The file is read as far as it has to be; of a word that comes twice the first row counts. */
  @Override
  public FeatureSpace first(int most) throws IOException {
    var rows = new LinkedHashMap<String, double[]>();
    try {
      file.rows(
          WantedWords.all(),
          quiet(),
          (word, row, values) -> {
            if (rows.size() == most) {
              throw new Enough();
            }
            rows.putIfAbsent(word, values.clone());
          });
    } catch (Enough e) {
      // There is no other way to leave the middle of a file.
    }
    return space(rows, Map.of());
  }

  private static final class Enough extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @Override
  public InputException unknown(String word) throws IOException {
    List<String> nearest = NearestWords.of(word, knownWords(), 3);
    return new InputException(
        "'%s' is not in %s.%s"
            .formatted(
                word, name(), nearest.isEmpty() ? "" : " Nearest: " + String.join(", ", nearest)));
  }

  /** The vectors of words that the file does not have, of those that get one. */
  private Map<String, double[]> unknown(List<String> words) throws IOException {
    var vectors = new LinkedHashMap<String, double[]>();
    UnknownWords rule =
        rules.unknown().orElse(file.hasSubwords() ? UnknownWords.SUBWORD : UnknownWords.DROP);
    if (words.isEmpty() || rule == UnknownWords.DROP) {
      return vectors;
    }
    if (rule == UnknownWords.MEAN) {
      for (String word : words) {
        vectors.put(word, mean());
      }
    } else {
      SubwordReader.read(
          file, readingRules(), words, (word, row, values) -> vectors.put(word, values.clone()));
    }
    tellOfMade(List.copyOf(vectors.keySet()), rule);
    return vectors;
  }

  private void tellOfMade(List<String> words, UnknownWords rule) {
    if (!words.isEmpty()) {
      rules
          .notes()
          .accept(
              "%s: not in it, and given the mean of %s: %s%s"
                  .formatted(
                      file.path(),
                      rule == UnknownWords.MEAN ? "all its vectors" : "the vectors of their pieces",
                      String.join(", ", words.subList(0, Math.min(10, words.size()))),
                      words.size() > 10
                          ? ", ... (%s)".formatted(Counted.of(words.size(), "word"))
                          : ""));
    }
  }

  private double[] mean() throws IOException {
    if (mean.isEmpty()) {
      var sum = new double[file.size()];
      long[] count = {0};
      file.rows(
          WantedWords.all(),
          quiet(),
          (word, row, values) -> {
            count[0]++;
            for (int d = 0; d < sum.length; d++) {
              sum[d] += values[d];
            }
          });
      for (int d = 0; d < sum.length; d++) {
        sum[d] /= Math.max(1, count[0]);
      }
      mean = Optional.of(sum);
    }
    return mean.get();
  }

  private FeatureSpace space(Map<String, double[]> rows, Map<String, String> spellings)
      throws IOException {
    var values = new double[Math.multiplyExact(rows.size(), features.size())];
    int at = 0;
    for (double[] row : rows.values()) {
      System.arraycopy(row, 0, values, at, row.length);
      at += row.length;
    }
    return FeatureSpace.withSpellings(
        name(), List.copyOf(rows.keySet()), features, values, provenance(), spellings);
  }

  private Map<String, String> provenance() throws IOException {
    var provenance = new LinkedHashMap<String, String>();
    provenance.put("name", name());
    provenance.put("file", file.path().toString());
    provenance.put("format", file.format().label());
    try {
      provenance.put("sha256", sha256.join());
    } catch (CompletionException e) {
      if (e.getCause() instanceof UncheckedIOException failure) {
        throw failure.getCause();
      }
      throw e;
    }
    return provenance;
  }

  private String hash() {
    try {
      return InputFiles.sha256(file.path());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ReadingRules readingRules() {
    return new ReadingRules(rules.skipDamaged(), rules.encoding(), rules.notes());
  }

  /** What was told once is not told again. */
  private ReadingRules quiet() {
    return new ReadingRules(rules.skipDamaged(), rules.encoding(), note -> {});
  }
}
