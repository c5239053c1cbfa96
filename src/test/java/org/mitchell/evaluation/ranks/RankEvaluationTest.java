package org.mitchell.evaluation.ranks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mitchell.encoding.EncodingOptions;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.evaluation.MatchRule;
import org.mitchell.evaluation.Metric;
import org.mitchell.fmri.Responses;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;

class RankEvaluationTest {
  private static final Workers WORKERS = new Workers(2);
  private static final Responses T1 = RankFixtures.responses("T1");
  private static final EvaluationOptions FIFTEEN =
      new EvaluationOptions(
          EncodingOptions.PAPER, OptionalInt.of(15), Metric.COSINE, MatchRule.SUM);

  @AfterAll
  static void close() {
    WORKERS.close();
  }

  static List<RankFixtures.Configuration> configurations() {
    return RankFixtures.configurations();
  }

  @ParameterizedTest
  @MethodSource("configurations")
  void ranksAreThoseOfRefittingAndMakingEveryImage(RankFixtures.Configuration configuration) {
    RankResult result = configuration.evaluation(WORKERS).run(RankFixtures.SOFTMAX);
    List<WordRank> words = result.words();
    assertThat(words.stream().mapToDouble(w -> w.rank().place()).toArray())
        .containsExactly(configuration.numbers("places"));
    assertThat(words.stream().mapToDouble(w -> w.rank().candidates()).toArray())
        .containsExactly(configuration.numbers("counts"));
    assertThat(words.stream().mapToDouble(WordRank::similarity).toArray())
        .containsExactly(configuration.numbers("similarities"), within(1e-9));
    assertThat(words.stream().mapToDouble(WordRank::probability).toArray())
        .containsExactly(configuration.numbers("probabilities"), within(1e-8));
    assertThat(result.meanPercentile())
        .isCloseTo(configuration.json().get("meanPercentile").asDouble(), within(1e-11));
  }

  static List<RankFixtures.Configuration> permutedConfigurations() {
    return configurations().stream().filter(c -> c.json().has("permuted")).toList();
  }

  @ParameterizedTest
  @MethodSource("permutedConfigurations")
  void aPermutationIsTheAnalysisOfRelabelledWords(RankFixtures.Configuration configuration) {
    double[] permuted =
        configuration
            .evaluation(WORKERS)
            .permuted(configuration.permutations(), Progress.NONE)
            .values();
    assertThat(permuted).containsExactly(configuration.numbers("permuted"), within(1e-11));
  }
}
