package org.mitchell.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mitchell.jobs.Workers;
import tools.jackson.databind.JsonNode;

/** Models of several feature spaces, against a program that refits every fold. */
class JointModelsTest {
  private static final double CLOSE = 1e-9;
  private static final int[] VOXELS = IntStream.range(0, 6).toArray();

  static Stream<JointCases.Case> cases() {
    return JointCases.all();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void spacesSideBySideAreScaledEachByItself(JointCases.Case each) {
    double ridge = JointCases.FILE.get("ridge").asDouble();
    EncodingOptions options = each.options(new Penalty.Fixed(ridge), 3, Combination.CONCATENATED);
    requireFolds(each, HeldOutModels.of(JointCases.features(3), options), "concatenated");
  }

  @Test
  void theScalingOfSeveralSpacesIsTheirsSideBySide() {
    var one = new FeatureScaling(true, new double[] {0, 0}, new double[] {1, 1});
    var both = FeatureScaling.sideBySide(List.of(one, one));
    assertThat(both.apply(new double[] {3, 4, 0, 5})).containsExactly(0.6, 0.8, 0, 1);
    assertThat(both.widths()).containsExactly(2, 2);
  }

  @Test
  void vectorsOfOtherWidthsThanTheSpacesAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                HeldOutModels.of(
                    JointCases.features(2),
                    JointCases.all()
                        .findFirst()
                        .orElseThrow()
                        .options(new Penalty.Fixed(1), 3, Combination.CONCATENATED)))
        .withMessageContaining("23 features for spaces of [3, 20, 2]");
  }

  private static void requireFolds(JointCases.Case each, HeldOutModels models, String name) {
    try (var workers = new Workers(1)) {
      HeldOutModels.Predictions predictions = models.on(each.images(), each.leftOut(), workers);
      List<JsonNode> folds = each.folds().toList();
      for (int f = 0; f < folds.size(); f++) {
        double[][] expected = JointCases.table(folds.get(f).get(name));
        double[][] predicted = predictions.predict(f, VOXELS);
        for (int h = 0; h < expected.length; h++) {
          assertThat(predicted[h])
              .as("fold %d, word %d", f, h)
              .containsExactly(expected[h], within(CLOSE));
        }
      }
    }
  }
}
