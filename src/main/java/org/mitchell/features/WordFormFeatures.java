package org.mitchell.features;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.mitchell.corpus.local.WordNetFrequencies;
import org.mitchell.jobs.Workers;
import org.mitchell.words.WordForm;

/**
 * The built-in features {@code form}: what a word is without its meaning. A space that is no better
 * says nothing of meaning.
 *
 * <ul>
 *   <li>letters: how many it has
 *   <li>frequency: log(1 + its count in the built-in corpus); of several words that of the rarest
 *   <li>neighbours: how many other words differ from it in one letter (Coltheart's N: Coltheart,
 *       Davelaar, Jonasson and Besner 1977, Attention and Performance VI), of those that come five
 *       times or more in that corpus; none of several words
 * </ul>
 *
 * Each is standardised over those words of the corpus, so that a word's features depend on no list.
 */
final class WordFormFeatures extends DictionaryFeatures {
  static final String NAME = "form";

  private static final List<String> COLUMNS = List.of("letters", "frequency", "neighbours");
  private static final long COMMON = 5;
  private static final char ANY = '*';

  private final Workers workers;
  private Language language;

  WordFormFeatures(Workers workers) {
    super(NAME);
    this.workers = workers;
  }

  @Override
  public FeatureSpace vectors(List<String> words) throws IOException {
    Language known = language();
    List<String> distinct = words.stream().distinct().toList();
    var values = new double[distinct.size() * COLUMNS.size()];
    for (int w = 0; w < distinct.size(); w++) {
      double[] row = known.standardised(WordForm.folded(distinct.get(w)));
      System.arraycopy(row, 0, values, w * row.length, row.length);
    }
    var provenance = new LinkedHashMap<String, String>();
    provenance.put("name", NAME);
    provenance.put("corpus", WordNetFrequencies.CORPUS);
    return new FeatureSpace(NAME, distinct, COLUMNS, values, provenance);
  }

  /** Counted once, for all participants. */
  private synchronized Language language() throws IOException {
    if (language == null) {
      language = new Language(WordNetFrequencies.of(workers));
    }
    return language;
  }

  /** The words of a language, by how they are written. */
  private static final class Language {
    private final Map<String, Long> counts;
    private final Map<String, Integer> ofPattern = new HashMap<>();
    private final double[] mean = new double[3];
    private final double[] deviation = new double[3];

    Language(Map<String, Long> counts) {
      this.counts = counts;
      List<String> common = new ArrayList<>();
      counts.forEach(
          (word, count) -> {
            if (count >= COMMON) {
              common.add(word);
            }
          });
      // Sums in one order, whatever the order of the map.
      common.sort(null);
      for (String word : common) {
        for (int i = 0; i < word.length(); i++) {
          ofPattern.merge(without(word, i), 1, Integer::sum);
        }
      }
      List<ToDoubleFunction<String>> columns =
          List.of(Language::letters, this::frequency, this::neighbours);
      for (int c = 0; c < mean.length; c++) {
        ToDoubleFunction<String> column = columns.get(c);
        double sum = 0;
        double squares = 0;
        for (String word : common) {
          double value = column.applyAsDouble(word);
          sum += value;
          squares += value * value;
        }
        mean[c] = sum / common.size();
        deviation[c] = Math.sqrt(squares / common.size() - mean[c] * mean[c]);
      }
    }

    double[] standardised(String word) {
      double[] row = {letters(word), frequency(word), neighbours(word)};
      for (int c = 0; c < row.length; c++) {
        row[c] = (row[c] - mean[c]) / deviation[c];
      }
      return row;
    }

    private static double letters(String word) {
      return word.codePoints().filter(Character::isLetter).count();
    }

    private double frequency(String word) {
      double rarest = Double.POSITIVE_INFINITY;
      for (String part : word.split("[^\\p{L}\\p{M}]+")) {
        if (!part.isEmpty()) {
          rarest = Math.min(rarest, Math.log1p(counts.getOrDefault(part, 0L)));
        }
      }
      return Double.isInfinite(rarest) ? 0 : rarest;
    }

    private double neighbours(String word) {
      boolean itself = counts.getOrDefault(word, 0L) >= COMMON;
      int neighbours = 0;
      for (int i = 0; i < word.length(); i++) {
        neighbours += ofPattern.getOrDefault(without(word, i), 0) - (itself ? 1 : 0);
      }
      return neighbours;
    }

    private static String without(String word, int place) {
      return word.substring(0, place) + ANY + word.substring(place + 1);
    }
  }
}
