package org.mitchell.analysis.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.mitchell.encoding.EncodingOptions;
import org.mitchell.encoding.Preset;
import org.mitchell.encoding.Scale;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.evaluation.MatchRule;
import org.mitchell.evaluation.Metric;
import org.mitchell.features.FeatureSpace;
import org.mitchell.files.InputException;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;
import org.mitchell.simulation.SimulatedBrain;
import tools.jackson.databind.ObjectMapper;

class PowerStudyTest {
  private static final FeatureSpace WORDS = words(24);

  @Test
  void withoutSignalNoMoreThanFivePercentAreSignificant() {
    int repetitions = 400;
    var condition = new Condition(10, 2, 0);
    List<PowerRow> rows = run(List.of(condition), List.of(1, 3), repetitions, 2);
    int most = new BinomialDistribution(null, repetitions, 0.05).inverseCumulativeProbability(0.99);
    for (PowerRow row : rows) {
      assertThat(row.power() * repetitions).as(row.toString()).isLessThanOrEqualTo(most);
    }
    assertThat(rows.get(1).powerOverParticipants() * repetitions).isLessThanOrEqualTo(most);
    assertThat(rows.get(0).powerOverParticipants()).isNaN();
  }

  /** What participants share in these words is no effect of the features. */
  @Test
  void aSharedResponseIsFoundOverParticipantsAndNotOverBoth() {
    int repetitions = 100;
    var condition = new Condition(10, 2, 0);
    PowerRow row = run(design(List.of(condition), List.of(6), repetitions, 2, 3), 2).get(0);
    var ofChance = new BinomialDistribution(null, repetitions, 0.05);
    int most = ofChance.inverseCumulativeProbability(0.99);
    assertThat(row.powerOverParticipants() * repetitions)
        .isGreaterThan(ofChance.inverseCumulativeProbability(0.99999));
    assertThat(row.power() * repetitions).isLessThanOrEqualTo(most);
    assertThat(row.powerOverBoth())
        .isLessThanOrEqualTo(Math.min(row.power(), row.powerOverParticipants()));
  }

  @Test
  void progressIsByWorkAndEndsAtItsTotal() {
    var few = new Condition(8, 2, 0.3);
    var many = new Condition(24, 2, 0.3);
    var steps = new ArrayList<Long>();
    var totals = new ArrayList<Long>();
    Progress recorded =
        new Progress() {
          @Override
          public void begin(String task, String unit, long total) {
            totals.add(total);
          }

          @Override
          public synchronized void advance(long amount) {
            steps.add(amount);
          }

          @Override
          public void end() {}
        };
    try (var workers = new Workers(1)) {
      PowerStudy.run(design(List.of(few, many), List.of(2), 3, 0, 3), workers, recorded);
    }
    assertThat(steps).hasSize(12);
    assertThat(steps.stream().mapToLong(step -> step).sum()).isEqualTo(totals.get(0));
    // Pairs of words alone are nine times as many, and each is harder.
    assertThat(steps.get(11)).isGreaterThan(9 * steps.get(0));
  }

  @Test
  void moreSignalWordsPresentationsAndParticipantsFindMore() {
    var small = new Condition(8, 2, 0.3);
    var more = List.of(new Condition(20, 2, 0.3), new Condition(8, 8, 0.3), new Condition(8, 2, 1));
    List<PowerRow> base = run(List.of(small), List.of(1, 6), 40, 2);
    assertThat(base.get(1).power()).isGreaterThan(base.get(0).power() + 0.1);
    assertThat(base.get(1).sdAccuracy()).isLessThan(base.get(0).sdAccuracy() / 1.5);
    for (PowerRow row : run(more, List.of(1), 40, 2)) {
      assertThat(row.power()).as(row.toString()).isGreaterThan(base.get(0).power() + 0.1);
      assertThat(row.meanAccuracy()).isGreaterThan(base.get(0).meanAccuracy());
    }
  }

  @Test
  void aRowDependsOnItsOwnConditionAndGroupAlone() {
    var one = new Condition(10, 2, 0.4);
    var other = new Condition(12, 3, 0.2);
    List<PowerRow> alone = run(List.of(other), List.of(2), 5, 1);
    List<PowerRow> together = run(List.of(one, other), List.of(4, 2, 1), 5, 3);
    assertThat(together).extracting(PowerRow::participants).containsExactly(1, 2, 4, 1, 2, 4);
    assertThat(together.get(4)).isEqualTo(alone.get(0));
  }

  @Test
  void anotherSeedGivesOtherFigures() {
    List<Condition> conditions = List.of(new Condition(10, 2, 0.4));
    List<PowerRow> one = PowerStudy.run(design(conditions, 1), new Workers(1), Progress.NONE);
    List<PowerRow> two = PowerStudy.run(design(conditions, 2), new Workers(1), Progress.NONE);
    assertThat(one.get(0).meanAccuracy()).isNotEqualTo(two.get(0).meanAccuracy());
  }

  @Test
  void everyCombinationIsACondition() {
    assertThat(PowerDesign.conditions(List.of(20, 40), List.of(3), List.of(0.1, 0.2)))
        .containsExactly(
            new Condition(20, 3, 0.1),
            new Condition(20, 3, 0.2),
            new Condition(40, 3, 0.1),
            new Condition(40, 3, 0.2));
  }

  @Test
  void moreWordsThanHaveFeaturesAreAnError() {
    assertThatThrownBy(() -> run(List.of(new Condition(25, 2, 0.1)), List.of(1), 2, 1))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("25 words are asked for where made-up gives features of 24");
  }

  @Test
  void aShareHasWilsonsInterval() {
    var shares =
        new ObjectMapper()
            .readTree(Path.of("testdata/intervals/expected.json").toFile())
            .get("shares");
    assertThat(shares.size()).isEqualTo(5);
    shares.forEach(
        expected -> {
          Share share = Share.of(expected.get("some").asInt(), expected.get("of").asInt());
          assertThat(share.low()).isCloseTo(expected.get("low").asDouble(), within(1e-12));
          assertThat(share.high()).isCloseTo(expected.get("high").asDouble(), within(1e-12));
        });
  }

  private static List<PowerRow> run(
      List<Condition> conditions, List<Integer> participants, int repetitions, int threads) {
    return run(design(conditions, participants, repetitions, 0, 3), threads);
  }

  private static List<PowerRow> run(PowerDesign design, int threads) {
    try (var workers = new Workers(threads)) {
      return PowerStudy.run(design, workers, Progress.NONE);
    }
  }

  private static PowerDesign design(List<Condition> conditions, long seed) {
    return design(conditions, List.of(2), 3, 0, seed);
  }

  private static PowerDesign design(
      List<Condition> conditions,
      List<Integer> participants,
      int repetitions,
      double sharedSignal,
      long seed) {
    return new PowerDesign(
        conditions,
        participants,
        repetitions,
        19,
        WORDS,
        sharedSignal,
        SimulatedBrain.coarse(8),
        new EvaluationOptions(
            new EncodingOptions(Preset.PAPER, Scale.UNIT, 1),
            OptionalInt.of(20),
            Metric.COSINE,
            MatchRule.SUM),
        seed);
  }

  /** Four features, normal. */
  private static FeatureSpace words(int count) {
    var random = new Random(9);
    var words = new ArrayList<String>();
    var values = new double[count * 4];
    for (int w = 0; w < count; w++) {
      words.add("word%02d".formatted(w));
    }
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextGaussian();
    }
    return new FeatureSpace("made-up", words, List.of("a", "b", "c", "d"), values, Map.of());
  }
}
