package org.mitchell.features;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mitchell.files.InputException;
import org.mitchell.files.Remedy;
import org.mitchell.tables.Duplicates;
import org.mitchell.tables.TableRules;
import org.mitchell.vectors.VocabularyWords;
import org.mitchell.vectors.files.ReadingRules;
import org.mitchell.vectors.files.VectorFile;
import org.mitchell.vectors.files.WantedWords;
import org.mitchell.words.WordIndex;
import org.mitchell.words.WordMatch;

/** The rows that were picked from a file of vectors so far. */
final class PickedVectors {
  private final VectorFile file;
  private final TableRules rules;

  /** By word; several rows where the file has several. */
  private final Map<String, List<Row>> rows = new LinkedHashMap<>();

  /** The words that have been looked for. */
  private final Set<String> looked = new HashSet<>();

  private record Row(long number, double[] values) {}

  PickedVectors(VectorFile file, TableRules rules) {
    this.file = file;
    this.rules = rules;
  }

  /** Reads the file, if there are words among these that it was not read for before. */
  void pick(Collection<String> words) throws IOException {
    List<String> fresh = words.stream().filter(word -> !looked.contains(word)).toList();
    if (fresh.isEmpty()) {
      return;
    }
    var reading =
        new ReadingRules(
            rules.skipDamaged(), rules.encoding(), looked.isEmpty() ? rules.notes() : note -> {});
    var read = new LinkedHashMap<String, List<Row>>();
    file.rows(
        WantedWords.of(fresh),
        reading,
        (word, row, values) ->
            read.computeIfAbsent(word, w -> new ArrayList<>(1)).add(new Row(row, values.clone())));
    rows.putAll(read);
    looked.addAll(fresh);
  }

  /**
   * The words of the file that are taken for others.
   *
   * @throws InputException if several are as close, or two words would be the same one
   */
  Map<String, WordMatch> matches(List<String> asked) {
    var vocabulary = WordIndex.of(file.name(), rows.keySet());
    var taken = new HashSet<String>();
    asked.stream().filter(vocabulary::has).forEach(taken::add);
    var found = new LinkedHashMap<String, WordMatch>();
    var askedFor = new HashMap<String, String>();
    for (String word : asked) {
      Optional<WordMatch> match =
          VocabularyWords.find(vocabulary, word)
              .filter(m -> m.exact() || !taken.contains(m.word()));
      if (match.isPresent()) {
        String other = askedFor.putIfAbsent(match.get().word(), word);
        if (other != null) {
          throw new InputException(
              "'%s' and '%s' would both be taken for '%s' in %s. Spell one of them as it is there"
                  .formatted(other, word, match.get().word(), file.name()));
        }
        found.put(word, match.get());
      }
    }
    return found;
  }

  /**
   * The vector of a word of the file, by the rule of duplicates.
   *
   * @throws InputException if the file has several of other values, and no rule says which to take
   */
  double[] vector(String word) {
    List<Row> several = rows.get(word);
    Row first = several.get(0);
    Optional<Row> other =
        several.stream().filter(row -> !Arrays.equals(row.values, first.values)).findFirst();
    if (other.isEmpty() || rules.duplicates() == Duplicates.FIRST) {
      return first.values;
    }
    if (rules.duplicates() == Duplicates.ERROR) {
      throw InputException.in(
          file.path(),
          "%s: '%s' is already on %s, with other values"
              .formatted(file.place(other.get().number), word, file.place(first.number)),
          Remedy.DUPLICATES);
    }
    var mean = new double[first.values.length];
    for (Row row : several) {
      for (int d = 0; d < mean.length; d++) {
        mean[d] += row.values[d] / several.size();
      }
    }
    return mean;
  }
}
