package org.mitchell.evaluation.nulls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mitchell.files.InputException;
import org.mitchell.fmri.Stimulus;
import org.mitchell.random.RandomStreams;

class RelabellingTest {
  private static final RandomStreams STREAMS = new RandomStreams(2008);
  private static final List<Stimulus> SIXTY =
      IntStream.range(0, 60).mapToObj(w -> word(w, "category " + w * 7 % 12)).toList();

  @ParameterizedTest
  @EnumSource
  void everyWordIsGivenTheFeaturesOfOneWord(Relabelling relabelling) {
    for (int[] featuresOf : relabelling.permutations(SIXTY, 50, STREAMS)) {
      assertThat(Arrays.stream(featuresOf).sorted().toArray()).containsExactly(range(60));
    }
  }

  @Test
  void withinACategoryFeaturesStayInTheCategory() {
    for (int[] featuresOf : Relabelling.WITHIN_CATEGORY.permutations(SIXTY, 50, STREAMS)) {
      for (int w = 0; w < 60; w++) {
        assertThat(SIXTY.get(featuresOf[w]).category()).isEqualTo(SIXTY.get(w).category());
      }
    }
    long kept =
        Relabelling.FREE.permutations(SIXTY, 50, STREAMS).stream()
            .mapToLong(RelabellingTest::wordsInTheirCategory)
            .sum();
    // Four of 59 other words are of a word's category: about 5 of 60 words stay by chance.
    assertThat(kept).isBetween(50L * 2, 50L * 8);
  }

  private static long wordsInTheirCategory(int[] featuresOf) {
    return IntStream.range(0, featuresOf.length)
        .filter(w -> SIXTY.get(featuresOf[w]).sameCategory(SIXTY.get(w)))
        .count();
  }

  @Test
  void allPermutationsOfFourWordsAreAsLikely() {
    List<Stimulus> four = SIXTY.subList(0, 4);
    assertUniform(Relabelling.FREE.permutations(four, 12_000, STREAMS), 24);
  }

  @Test
  void allPermutationsInsideCategoriesAreAsLikely() {
    List<Stimulus> five =
        List.of(word(0, "a"), word(1, "b"), word(2, "a"), word(3, "b"), word(4, "a"));
    assertUniform(Relabelling.WITHIN_CATEGORY.permutations(five, 12_000, STREAMS), 6 * 2);
  }

  private static void assertUniform(List<int[]> permutations, int possible) {
    var counts = new TreeMap<String, Long>();
    permutations.forEach(p -> counts.merge(Arrays.toString(p), 1L, Long::sum));
    assertThat(counts).hasSize(possible);
    var expected = new double[possible];
    Arrays.fill(expected, permutations.size() / (double) possible);
    long[] observed = counts.values().stream().mapToLong(n -> n).toArray();
    // The seed is fixed: this is a property of the streams, not a matter of luck.
    assertThat(new ChiSquareTest().chiSquareTest(expected, observed)).isBetween(0.01, 0.99);
  }

  @ParameterizedTest
  @EnumSource
  void permutationsDifferByNumberAndBySeed(Relabelling relabelling) {
    var seen = new HashSet<String>();
    for (long seed : new long[] {1, 2, -1, Long.MIN_VALUE}) {
      relabelling
          .permutations(SIXTY, 100, new RandomStreams(seed))
          .forEach(p -> seen.add(Arrays.toString(p)));
    }
    assertThat(seen).hasSize(400);
  }

  @ParameterizedTest
  @EnumSource
  void aPermutationDependsOnItsNumberNotOnHowManyThereAre(Relabelling relabelling) {
    List<int[]> few = relabelling.permutations(SIXTY, 5, STREAMS);
    List<int[]> many = relabelling.permutations(SIXTY, 70, STREAMS);
    for (int n = 0; n < few.size(); n++) {
      assertThat(many.get(n)).isEqualTo(few.get(n));
    }
    assertThat(relabelling.permutations(SIXTY, 0, STREAMS)).isEmpty();
  }

  @Test
  void participantsWithTheSameWordsArePermutedAlike() {
    // Only which words are together counts, not what their category is called.
    List<Stimulus> renamed =
        SIXTY.stream().map(s -> s.withCategory(s.category() + " of another table")).toList();
    for (Relabelling relabelling : Relabelling.values()) {
      assertThat(relabelling.permutations(renamed, 20, STREAMS).toArray(int[][]::new))
          .isDeepEqualTo(relabelling.permutations(SIXTY, 20, STREAMS).toArray(int[][]::new));
    }
  }

  @Test
  void wordsWithoutCategoryCannotStayInTheirCategory() {
    List<Stimulus> words = List.of(word(0, "a"), word(1, ""), word(2, "a"), word(3, ""));
    assertThatThrownBy(() -> Relabelling.WITHIN_CATEGORY.permutations(words, 10, STREAMS))
        .isInstanceOf(InputException.class)
        .hasMessageContainingAll("no category for [w01, w03]", "a table of words and categories");
    assertThat(Relabelling.FREE.permutations(words, 10, STREAMS)).hasSize(10);
  }

  @Test
  void categoriesOfOneWordLeaveNothingToExchange() {
    List<Stimulus> words = List.of(word(0, "a"), word(1, "b"), word(2, "c"), word(3, "d"));
    assertThatThrownBy(() -> Relabelling.WITHIN_CATEGORY.permutations(words, 10, STREAMS))
        .isInstanceOf(InputException.class)
        .hasMessageContainingAll("no two of the 4 words", "Give other categories");
  }

  @Test
  void aNumberOfPermutationsIsNotNegative() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Relabelling.FREE.permutations(SIXTY, -1, STREAMS))
        .withMessageContaining("-1");
  }

  private static Stimulus word(int number, String category) {
    return new Stimulus("w%02d".formatted(number), category);
  }

  private static int[] range(int count) {
    return IntStream.range(0, count).toArray();
  }
}
