package org.mitchell.corpus.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitchell.corpus.Vocabulary;
import org.mitchell.corpus.WordGroup;

class PairCountsTest {
  private static final FormKinds KINDS =
      FormKinds.of(new Vocabulary(words("ant", "bee", "saw"), words("eat", "saw", "see")));

  @ParameterizedTest(name = "kept aside from {0} on")
  @ValueSource(ints = {600, 5_000, 1 << 30})
  void noSumIsLostWhereverItIsKept(int large) {
    var counts = new PairCounts(KINDS, large);
    long[][] expected = new long[KINDS.end()][KINDS.end()];
    var random = new Random(large);
    int[] kinds = random.ints(5_000, FormKinds.NONE, KINDS.end()).toArray();
    for (int round = 0; round < 300; round++) {
      int noun = 1 + random.nextInt(KINDS.nounEnd() - 1);
      int from = random.nextInt(kinds.length);
      int to = from + random.nextInt(1 + Math.min(kinds.length - from, 1 << random.nextInt(13)));
      counts.addEach(noun, kinds, from, to);
      for (int i = from; i < to; i++) {
        expected[noun][kinds[i]]++;
      }
      int verb = KINDS.verbStart() + random.nextInt(KINDS.end() - KINDS.verbStart());
      long more = random.nextLong() >> random.nextInt(Long.SIZE);
      counts.add(noun, verb, more >> 8);
      expected[noun][verb] += more >> 8;
    }

    for (int noun = 1; noun < KINDS.nounEnd(); noun++) {
      for (int verb = KINDS.verbStart(); verb < KINDS.end(); verb++) {
        assertThat(counts.get(noun, verb)).isEqualTo(expected[noun][verb]);
      }
    }
  }

  @Test
  void aPairThatNeverMetHasNoCount() {
    assertThat(new PairCounts(KINDS).get(1, KINDS.verbStart())).isZero();
  }

  private static List<WordGroup> words(String... words) {
    return List.of(words).stream().map(word -> new WordGroup(word, List.of(word))).toList();
  }
}
