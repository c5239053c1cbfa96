package org.mitchell.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Beside what the paper's figures may stand. */
class PublishedAccuraciesTest {
  private static boolean comparable(
      String participant, boolean simulated, List<String> words, List<String> features) {
    return PublishedAccuracies.comparable(participant, simulated, words, features);
  }

  @Test
  void theyStandBesideThePapersParticipantsWordsAndVerbsAlone() {
    List<String> nouns = Paper.nouns();
    var verbs = new ArrayList<>(Paper.verbs());
    Collections.reverse(verbs);
    assertThat(comparable("P1", false, nouns, verbs)).as("in whatever order").isTrue();
    assertThat(comparable("P9", false, nouns, verbs)).isTrue();
    for (String other : List.of("S1", "sim1", "P10", "P0", "p1x", "T1")) {
      assertThat(comparable(other, false, nouns, verbs)).as(other).isFalse();
    }
    assertThat(comparable("P1", true, nouns, verbs)).as("simulated").isFalse();
    assertThat(comparable("P1", false, nouns.subList(0, 58), verbs)).as("58 words").isFalse();
    assertThat(comparable("P1", false, nouns, List.of("x1", "x2"))).as("other features").isFalse();
  }
}
