package org.mitchell.evaluation.nulls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NullDistributionTest {
  private static final NullDistribution FOUR =
      new NullDistribution(new double[] {0.5, 0.75, 0.25, 0.5});

  @Test
  void theObservedArrangementIsOneOfThoseThatTheNullAllows() {
    assertThat(FOUR.p(0.8)).isEqualTo(1 / 5.0);
    assertThat(FOUR.p(0.6)).isEqualTo(2 / 5.0);
    assertThat(FOUR.p(0)).isEqualTo(1);
  }

  @Test
  void aDrawThatEqualsTheObservedFigureReachesIt() {
    assertThat(FOUR.p(0.75)).isEqualTo(2 / 5.0);
    assertThat(FOUR.p(0.5)).isEqualTo(4 / 5.0);
  }

  @Test
  void withoutDrawsNothingIsKnown() {
    var none = new NullDistribution(new double[0]);
    assertThat(none.p(1)).isEqualTo(1);
    assertThat(none.mean()).isNaN();
    assertThat(none.sd()).isNaN();
    assertThat(none.threshold05()).isNaN();
    assertThat(new NullDistribution(new double[] {0.5}).sd()).isNaN();
  }

  @Test
  void meanAndDeviationAreThoseOfASample() {
    double[] values = new Random(1).doubles(1001).toArray();
    var sample = new DescriptiveStatistics(values);
    var draws = new NullDistribution(values);
    assertThat(draws.mean()).isCloseTo(sample.getMean(), within(1e-12));
    assertThat(draws.sd()).isCloseTo(sample.getStandardDeviation(), within(1e-12));
    assertThat(FOUR.mean()).isEqualTo(0.5);
  }

  @Test
  void fewerThanNineteenDrawsCannotGiveSoSmallAP() {
    assertThat(new NullDistribution(new double[18]).threshold05()).isNaN();
    assertThat(new NullDistribution(new double[19]).threshold05()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {19, 20, 38, 39, 99, 100, 115, 999, 1000})
  void theThresholdIsWhereItsPPassesFivePercent(int draws) {
    var random = new Random(draws);
    for (int different : new int[] {7, 50, 100_000}) {
      double[] values = random.ints(draws, 0, different).mapToDouble(n -> n / 1e5).toArray();
      var distribution = new NullDistribution(values);
      double threshold = distribution.threshold05();
      assertThat(Arrays.stream(values)).contains(threshold);
      assertThat(distribution.p(threshold)).isGreaterThan(0.05);
      assertThat(distribution.p(Math.nextUp(threshold))).isLessThanOrEqualTo(0.05 + 1e-12);
    }
  }
}
