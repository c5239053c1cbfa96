package org.mitchell.evaluation.schemes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.mitchell.encoding.FoldPredictor;
import org.mitchell.encoding.Scale;
import org.mitchell.evaluation.EncodingAnalysis;
import org.mitchell.evaluation.MatchRule;
import org.mitchell.evaluation.PairResult;
import org.mitchell.evaluation.schemes.ExpectedSchemes.Configuration;
import org.mitchell.fmri.Responses;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;

/** Every scheme against another program, which refits and chooses voxels anew in every fold. */
class ExpectedSchemesTest {
  private static final Workers WORKERS = new Workers(2);
  private static final Map<String, Responses> PARTICIPANTS = new HashMap<>();

  @SuppressWarnings("unused")
  private static final List<Configuration> ALL = ExpectedSchemes.configurations();

  @AfterAll
  static void stop() {
    WORKERS.close();
  }

  @Test
  void theFixturesCoverEverySchemePresetScalePenaltyMetricAndChoiceOfVoxels() {
    // Five schemes with two presets, three scales, two penalties and two metrics: 120 a table.
    assertThat(ALL).hasSize(120 * (2 * 4 + 1));
    assertThat(ALL.stream().map(Configuration::toString).distinct()).hasSize(ALL.size());
  }

  @Test
  void wordsAreNumberedAsInTheFixtures() {
    for (String name : List.of("T1", "T2")) {
      assertThat(responses(name).words()).isEqualTo(ExpectedSchemes.words(name));
    }
  }

  @ParameterizedTest(name = "{0}")
  @FieldSource("ALL")
  void countsAndSimilaritiesAreThoseOfRefitting(Configuration expected) {
    for (MatchRule rule : rules(expected)) {
      SchemeResult result = run(expected, rule);
      double[] correct = expected.correct(rule);
      assertThat(result.pairs()).hasSize(expected.count("pairs"));
      assertThat(result.correct()).as("correct by %s", rule).isEqualTo(correct[0]);
      double[] others =
          Arrays.stream(correct).skip(1).map(c -> c / expected.count("pairs")).toArray();
      assertThat(result.otherAccuracies()).as("relabelled, by %s", rule).containsExactly(others);
      if (rule == MatchRule.SUM) {
        assertThat(ties(result)).as("ties").isEqualTo(expected.count("ties"));
        assertSimilarities(expected, result);
      }
    }
  }

  /**
   * What a rule makes of the similarities does not depend on the scale: one scale for all three.
   */
  private static List<MatchRule> rules(Configuration expected) {
    return expected.options(MatchRule.SUM).encoding().scale() == Scale.UNIT
        ? List.of(MatchRule.values())
        : List.of(MatchRule.SUM);
  }

  private static void assertSimilarities(Configuration expected, SchemeResult result) {
    expected
        .some()
        .forEach(
            (place, wanted) -> {
              PairResult pair = result.pairs().get(place);
              assertThat(new double[] {pair.s11(), pair.s12(), pair.s21(), pair.s22()})
                  .as("pair %d: words %d and %d", place, pair.first(), pair.second())
                  .containsExactly(wanted, within(1e-9));
            });
  }

  private static long ties(SchemeResult result) {
    return result.pairs().stream()
        .filter(p -> MatchRule.SUM.score(p.s11(), p.s12(), p.s21(), p.s22()) == 0.5)
        .count();
  }

  private static SchemeResult run(Configuration expected, MatchRule rule) {
    Responses responses = responses(expected.participant());
    var options = expected.options(rule);
    double[][] raw = ExpectedSchemes.features(expected.features(), responses.words());
    var predictor = FoldPredictor.of(raw, options.encoding());
    List<FeatureSet> relabelled =
        ExpectedSchemes.permutations(expected.participant()).stream()
            .map(featuresOf -> new FeatureSet(predictor, featuresOf))
            .toList();
    return SchemeEvaluation.of(
            expected.scheme(), new EncodingAnalysis(responses, raw, options), WORKERS)
        .run(predictor, relabelled, Progress.NONE);
  }

  private static Responses responses(String participant) {
    return PARTICIPANTS.computeIfAbsent(participant, ExpectedSchemes::responses);
  }
}
