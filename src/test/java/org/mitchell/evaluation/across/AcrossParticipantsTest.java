package org.mitchell.evaluation.across;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mitchell.evaluation.PairResult;
import org.mitchell.fmri.Responses;

/** Participants by models of the others, against testdata/across/across.py. */
class AcrossParticipantsTest {
  @Test
  void everyPairIsToldApartAsAnIndependentProgramFinds() {
    for (JsonNode how : AcrossStudy.cases()) {
      Map<Way, List<Reached>> reached =
          AcrossStudy.reached(AcrossStudy.participants(), AcrossStudy.options(how), 2);
      for (Way way : Way.values()) {
        JsonNode expected = how.get("ways").get(way.name().toLowerCase(Locale.ROOT));
        String as = way + " " + how.get("preset") + " " + how.get("metric") + how.get("voxels");
        for (int k = 0; k < 3; k++) {
          assertThat(reached.get(way).get(k).accuracy())
              .as(as)
              .isCloseTo(expected.get("accuracies").get(k).asDouble(), within(1e-12));
        }
        List<PairResult> pairs = reached.get(way).get(0).pairs();
        assertThat(pairs).hasSize(expected.get("pairs").size());
        for (int p = 0; p < pairs.size(); p++) {
          PairResult pair = pairs.get(p);
          double[] similarities = {pair.s11(), pair.s12(), pair.s21(), pair.s22()};
          for (int i = 0; i < 4; i++) {
            assertThat(similarities[i])
                .as(as + " pair " + p)
                .isCloseTo(expected.get("pairs").get(p).get(i).asDouble(), within(1e-6));
          }
        }
      }
    }
  }

  @Test
  void othersWhoseWordsAreExchangedAreThoseOfAnIndependentProgram() {
    for (JsonNode how : AcrossStudy.cases()) {
      Map<Way, List<Reached>> reached =
          AcrossStudy.reached(AcrossStudy.participants(), AcrossStudy.options(how), 2);
      for (Way way : List.of(Way.PROCRUSTES, Way.RIDGE)) {
        JsonNode expected = how.get("ways").get(way.name().toLowerCase(Locale.ROOT));
        for (int k = 0; k < 3; k++) {
          assertThat(reached.get(way).get(k).exchanged().orElseThrow())
              .isCloseTo(expected.get("exchanged").get(k).asDouble(), within(1e-12));
        }
      }
      assertThat(reached.get(Way.ANATOMY).get(0).exchanged()).isEmpty();
    }
  }

  /** The first fold leaves out the words 0 and 1. */
  @Test
  void theHeldOutWordsOfTheOthersHaveNoPartInAFold() {
    for (JsonNode how : AcrossStudy.cases()) {
      List<Responses> asTheyAre = AcrossStudy.participants();
      var disturbed = new ArrayList<>(asTheyAre);
      disturbed.set(1, withoutSense(asTheyAre.get(1), 0, 1));
      disturbed.set(2, withoutSense(asTheyAre.get(2), 0, 1));
      Map<Way, List<Reached>> before = AcrossStudy.reached(asTheyAre, AcrossStudy.options(how), 1);
      Map<Way, List<Reached>> after = AcrossStudy.reached(disturbed, AcrossStudy.options(how), 1);
      for (Way way : Way.values()) {
        List<PairResult> one = before.get(way).get(0).pairs();
        List<PairResult> other = after.get(way).get(0).pairs();
        assertThat(other.get(0).s11()).as(way.name()).isCloseTo(one.get(0).s11(), within(1e-9));
        assertThat(other.get(0).s22()).as(way.name()).isCloseTo(one.get(0).s22(), within(1e-9));
        assertThat(other.get(1).s11()).as(way.name()).isNotCloseTo(one.get(1).s11(), within(1e-9));
      }
    }
  }

  @Test
  void aRelabellingThatExchangesNothingHasTheAccuracyItself() {
    JsonNode how = AcrossStudy.cases().get(1);
    int[] same = {0, 1, 2, 3, 4, 5, 6, 7, 8};
    int[] turned = {1, 2, 3, 4, 5, 6, 7, 8, 0};
    Map<Way, List<Reached>> reached =
        AcrossStudy.reached(
            AcrossStudy.participants(),
            AcrossStudy.options(how),
            List.of(Way.ANATOMY, Way.RIDGE),
            List.of(same, turned),
            1);
    assertThat(reached).containsOnlyKeys(Way.ANATOMY, Way.RIDGE);
    reached
        .values()
        .forEach(
            all ->
                all.forEach(
                    one -> {
                      assertThat(one.relabelled()[0]).isEqualTo(one.accuracy());
                      assertThat(one.relabelled()[1]).isNotEqualTo(one.accuracy());
                    }));
  }

  @Test
  void threadsDoNotMatter() {
    JsonNode how = AcrossStudy.cases().get(7);
    List<Responses> participants = AcrossStudy.participants();
    Map<Way, List<Reached>> one = AcrossStudy.reached(participants, AcrossStudy.options(how), 1);
    Map<Way, List<Reached>> three = AcrossStudy.reached(participants, AcrossStudy.options(how), 3);
    for (Way way : Way.values()) {
      assertThat(three.get(way).get(2).pairs()).isEqualTo(one.get(way).get(2).pairs());
    }
  }

  /** The same participant with other images of some words. */
  private static Responses withoutSense(Responses responses, int... words) {
    var trials = new float[responses.words().size()][][];
    for (int w = 0; w < trials.length; w++) {
      int word = w;
      trials[w] = new float[responses.presentations(w)][];
      for (int p = 0; p < trials[w].length; p++) {
        float[] trial = responses.trial(w, p).clone();
        if (Arrays.stream(words).anyMatch(other -> other == word)) {
          for (int v = 0; v < trial.length; v++) {
            trial[v] = (float) Math.sin(31 * word + 7 * p + 1.7 * v) * 3;
          }
        }
        trials[w][p] = trial;
      }
    }
    return new Responses(
        responses.participant(),
        responses.study(),
        responses.stimuli(),
        trials,
        responses.places(),
        List.of());
  }
}
