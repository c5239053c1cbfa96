package org.mitchell.corpus.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitchell.corpus.WordNet;

class WordFormsTest {
  /** Irregular words that WordNet's lists do not have with our form; each was looked at. */
  private static final Map<String, Set<String>> KNOWN_GAPS =
      Map.of(
          "verb", Set.of("handwrite", "housebreak", "deepfreeze", "babysit"),
          "noun", Set.of("bacterium", "die", "woman", "passerby", "person", "penny"));

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      files = "testdata/corpus/forms/verbs-by-hand.tsv",
      delimiter = '\t',
      numLinesToSkip = 1)
  void verbsHaveTheFormsWrittenDownByHand(
      String base, String third, String past, String participle, String ing) {
    var three = new LinkedHashSet<>(List.of(base, third, past));
    assertThat(VerbForms.THREE.of(base)).containsExactlyElementsOf(three);
    assertThat(VerbForms.ALL.of(base)).contains(base, third, past, participle, ing);
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      files = "testdata/corpus/forms/plurals-by-hand.tsv",
      delimiter = '\t',
      numLinesToSkip = 1)
  void nounsHaveThePluralsWrittenDownByHand(String singular, String plurals) {
    assertThat(NounForms.SINGULAR.of(singular)).containsExactly(singular);
    assertThat(NounForms.PLURAL.of(singular))
        .contains(singular)
        .containsAll(List.of(plurals.split(" ")));
    assertThat(NounForms.PLURAL.of(singular))
        .hasSizeLessThanOrEqualTo(1 + plurals.split(" ").length);
  }

  @ParameterizedTest
  @ValueSource(strings = {"verb", "noun"})
  void theIrregularWordsAreThoseOfWordNet(String kind) throws IOException {
    Map<String, Set<String>> wordNet = exceptions(kind);
    Set<String> unknownThere = new HashSet<>();
    for (String[] row : Spelling.table("irregular-" + kind + "s.tsv")) {
      boolean agrees = wordNet.getOrDefault(row[0], Set.of()).contains(row[1]);
      if (!agrees && !row[1].startsWith(row[0])) {
        unknownThere.add(row[0]);
      }
    }

    assertThat(unknownThere).isEqualTo(KNOWN_GAPS.get(kind));
  }

  /** WordNet's own lists of exceptions: lines "ate eat". */
  private static Map<String, Set<String>> exceptions(String kind) throws IOException {
    var byBase = new HashMap<String, Set<String>>();
    var stream =
        WordNet.class.getResourceAsStream("/net/sf/extjwnl/data/wordnet/wn31/" + kind + ".exc");
    try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] words = line.trim().split(" ");
        for (int i = 1; i < words.length; i++) {
          byBase.computeIfAbsent(words[i], base -> new HashSet<>()).add(words[0]);
        }
      }
    }
    return byBase;
  }
}
