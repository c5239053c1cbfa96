package org.mitchell.norms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mitchell.files.InputException;
import org.mitchell.random.RandomStreams;

/** Which words are held out together. */
class WordFoldsTest {
  private static final RandomStreams STREAMS = new RandomStreams(1);

  @Test
  void everyWordIsInOneFoldOfEachRepeatAndFoldsAreOfOneSize() {
    var folds = WordFolds.drawn("n.tsv: 'size'", IntStream.range(0, 53).toArray(), 5, 3, STREAMS);
    for (int r = 0; r < 3; r++) {
      var seen = new int[53];
      for (int f = 0; f < 5; f++) {
        int[] held = folds.words(r, f, true);
        assertThat(held.length).isBetween(10, 11);
        assertThat(folds.words(r, f, false).length).isEqualTo(53 - held.length);
        for (int word : held) {
          seen[word]++;
        }
      }
      assertThat(seen).containsOnly(1);
    }
    assertThat(folds.words(0, 0, true)).isNotEqualTo(folds.words(1, 0, true));
  }

  @Test
  void wordsThatShareAVectorShareTheirFolds() {
    int[] places = IntStream.range(0, 60).map(w -> w % 30).toArray();
    var folds = WordFolds.drawn("n.tsv: 'size'", places, 5, 4, STREAMS);
    for (int r = 0; r < 4; r++) {
      for (int w = 0; w < 30; w++) {
        assertThat(folds.fold(r, w)).isEqualTo(folds.fold(r, w + 30));
      }
    }
  }

  @Test
  void aFoldHasTwoVectorsAtLeast() {
    assertThatThrownBy(
            () ->
                WordFolds.drawn(
                    "n.tsv: 'size'", new int[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 9}, 5, 1, STREAMS))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(
            "n.tsv: 'size': 9 words with a value and a vector where at least 10 are needed for 5"
                + " folds");
  }
}
