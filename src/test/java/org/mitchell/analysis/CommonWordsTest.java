package org.mitchell.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mitchell.features.FeatureSpace;
import org.mitchell.files.InputException;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.Stimulus;

class CommonWordsTest {
  private static final FeatureSpace SPACE =
      new FeatureSpace(
          "table.tsv",
          List.of("dog", "cat", "bee", "ant"),
          List.of("f"),
          new double[] {4, 3, 2, 1},
          Map.of());

  @Test
  void onlyTheWordsOfAllAreKeptAndTheOthersAreNamed() {
    CommonWords common =
        CommonWords.of(
            List.of(analysis("P1", "ant", "bee", "cat"), analysis("P2", "dog", "cat", "ant")),
            false);
    assertThat(common.words()).containsExactly("ant", "cat");
    assertThat(common.listOfMissing()).isEqualTo("bee (not in P2); dog (not in P1)");
    for (SharedWords analysis : common.analyses()) {
      assertThat(analysis.responses().words()).isEqualTo(common.words());
      assertThat(analysis.rawFeatures()).isDeepEqualTo(new double[][] {{1}, {3}});
    }
    // A word's response is its number in the alphabet.
    assertThat(common.analyses().get(1).responses().trial(1, 0)).containsExactly('c');
    assertThat(common.analyses().get(1).dropped()).containsEntry("dog", "not common to all");
  }

  @Test
  void ofSeveralSpacesItIsSaidWhetherTheSpaceLacksAWordOrTheParticipant() {
    var analyses =
        List.of(
            analysis("P1", "ant", "bee", "cat", "dog"),
            analysis("P2", "ant", "bee", "cat"),
            analysis("P1", "ant", "cat", "dog"),
            analysis("P2", "ant"));
    CommonWords common = CommonWords.of(analyses, List.of("a", "a", "b", "b"), false);
    assertThat(common.words()).containsExactly("ant");
    assertThat(common.listOfMissing())
        .isEqualTo("bee (not in b); cat (not in P2 with b); dog (not in P2)");
  }

  @Test
  void whereAllHaveTheSameWordsNothingIsDropped() {
    var analyses = List.of(analysis("P1", "ant", "bee"), analysis("P2", "bee", "ant"));
    CommonWords common = CommonWords.of(analyses, true);
    assertThat(common.analyses()).isEqualTo(analyses);
    assertThat(common.missing()).isEmpty();
    assertThat(common.listOfMissing()).isEmpty();
  }

  @Test
  void whereAllAreRequiredOtherWordsAreAnError() {
    var analyses = List.of(analysis("P1", "ant", "bee"), analysis("P2", "bee", "ant", "cat"));
    assertThatThrownBy(() -> CommonWords.of(analyses, true))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("cat (not in P1)")
        .hasMessageContaining("2 common words");
  }

  @Test
  void nothingInCommonIsAnError() {
    var analyses = List.of(analysis("P1", "ant"), analysis("P2", "bee"));
    assertThatThrownBy(() -> CommonWords.of(analyses, false))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no word is common to P1 with table.tsv, P2 with table.tsv");
  }

  private static SharedWords analysis(String participant, String... words) {
    var stimuli = List.of(words).stream().map(word -> new Stimulus(word, "")).toList();
    var trials = new float[words.length][1][1];
    for (int w = 0; w < words.length; w++) {
      trials[w][0][0] = words[w].charAt(0);
    }
    var responses = new Responses(participant, "", stimuli, trials, Optional.empty(), List.of());
    return SharedWords.of(responses, SPACE, false);
  }
}
