package org.mitchell.norms;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mitchell.corpus.local.WordNetFrequencies;
import org.mitchell.files.InputException;
import org.mitchell.jobs.Workers;
import org.mitchell.tables.TableRules;
import org.mitchell.words.WordForm;

/** How often words come in a corpus, whatever their case. */
public final class WordFrequency {
  private final String name;
  private final Map<String, ? extends Number> counts;

  private WordFrequency(String name, Map<String, ? extends Number> counts) {
    this.name = name;
    this.counts = counts;
  }

  /** Counts of the built-in corpus, the entries and glosses of WordNet. */
  public static WordFrequency builtIn(Workers workers) throws IOException {
    return new WordFrequency(WordNetFrequencies.CORPUS, WordNetFrequencies.of(workers));
  }

  /**
   * A table of words and counts, the first column of numbers; words that differ in case count
   * together.
   *
   * @throws InputException if it is no such table, or a count is below 0
   */
  public static WordFrequency read(Path table, TableRules rules) throws IOException {
    Norm norm = NormTable.read(table, List.of(), rules).get(0);
    var counts = new HashMap<String, Double>();
    for (int w = 0; w < norm.words().size(); w++) {
      if (norm.values()[w] < 0) {
        throw InputException.in(
            table,
            "got the count %s of '%s' where a number from 0 up is expected"
                .formatted(norm.values()[w], norm.words().get(w)));
      }
      counts.merge(WordForm.folded(norm.words().get(w)), norm.values()[w], Double::sum);
    }
    return new WordFrequency(norm.table(), counts);
  }

  /** Of which corpus. */
  public String name() {
    return name;
  }

  /** One count a word; 0 for words that do not come. */
  public double[] of(List<String> words) {
    return words.stream().mapToDouble(this::of).toArray();
  }

  private double of(String word) {
    Number count = counts.get(WordForm.folded(word));
    return count == null ? 0 : count.doubleValue();
  }
}
