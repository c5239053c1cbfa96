package org.mitchell.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.mitchell.corpus.local.WordNetFrequencies;
import org.mitchell.jobs.Workers;

/** Expected values are counted anew, word by word over the whole vocabulary. */
class WordFormFeaturesTest {
  private static final List<String> WORDS = List.of("cat", "Dresser", "ice cream", "zzxxq");

  private static FeatureSpace form(List<String> words) throws IOException {
    try (var workers = new Workers(2)) {
      return FeatureSources.named("form", workers).vectors(words);
    }
  }

  @Test
  void aWordHasItsLettersItsFrequencyAndItsNeighbours() throws IOException {
    Map<String, Long> counts;
    try (var workers = new Workers(1)) {
      counts = WordNetFrequencies.of(workers);
    }
    List<String> common =
        counts.keySet().stream().filter(word -> counts.get(word) >= 5).sorted().toList();
    FeatureSpace found = form(WORDS);
    assertThat(found.features()).containsExactly("letters", "frequency", "neighbours");
    assertThat(found.words()).isEqualTo(WORDS);
    double[] letters = {3, 7, 8, 5};
    double[] frequencies = {
      Math.log1p(counts.get("cat")),
      Math.log1p(counts.get("dresser")),
      Math.log1p(Math.min(counts.get("ice"), counts.get("cream"))),
      0
    };
    double[] neighbours = {near("cat", common), near("dresser", common), 0, 0};
    assertThat(neighbours[0]).isGreaterThan(10);
    for (int w = 0; w < WORDS.size(); w++) {
      double[] row = found.row(w);
      assertThat(row[0]).isCloseTo(standard(letters[w], common, String::length), within(1e-9));
      assertThat(row[1])
          .isCloseTo(
              standard(frequencies[w], common, word -> Math.log1p(counts.get(word))), within(1e-9));
    }
    // Standardised alike, the neighbours of two words differ as their numbers do.
    double step = (found.row(0)[2] - found.row(3)[2]) / neighbours[0];
    assertThat((found.row(1)[2] - found.row(3)[2]) / step).isCloseTo(neighbours[1], within(1e-6));
    assertThat(found.row(2)[2]).isEqualTo(found.row(3)[2]);
  }

  @Test
  void aWordsFeaturesDependOnNoList() throws IOException {
    assertThat(form(List.of("cat")).row(0)).isEqualTo(form(WORDS).row(0));
  }

  private static long near(String word, List<String> common) {
    return common.stream()
        .filter(other -> other.length() == word.length() && differences(word, other) == 1)
        .count();
  }

  private static int differences(String one, String other) {
    int differences = 0;
    for (int i = 0; i < one.length(); i++) {
      differences += one.charAt(i) == other.charAt(i) ? 0 : 1;
    }
    return differences;
  }

  private static double standard(double value, List<String> common, ToDoubleFunction<String> of) {
    double mean = common.stream().mapToDouble(of).average().orElseThrow();
    double variance =
        common.stream()
            .mapToDouble(of)
            .map(each -> (each - mean) * (each - mean))
            .average()
            .orElseThrow();
    return (value - mean) / Math.sqrt(variance);
  }
}
