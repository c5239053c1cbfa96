package org.mitchell.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitchell.fmri.VoxelRows;
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

  @ParameterizedTest
  @MethodSource("cases")
  void everySpaceHasAPenaltyOfItsOwnThatIsChosenInTheFold(JointCases.Case each) {
    requireFolds(each, models(each, Penalty.Per.GLOBAL, 2, Combination.BANDED), "banded");
    requireFolds(each, models(each, Penalty.Per.VOXEL, 2, Combination.BANDED), "bandedByVoxel");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aStackWeighsThePredictionsOfEachSpace(JointCases.Case each) {
    requireFolds(each, models(each, Penalty.Per.GLOBAL, 3, Combination.STACKED), "stacked");
    requireFolds(each, models(each, Penalty.Per.VOXEL, 3, Combination.STACKED), "stackedByVoxel");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theWeightsOfAStackAreFromZeroUpAndSumToOne(JointCases.Case each) {
    double[][] raw = JointCases.features(3);
    EncodingOptions options = each.options(chosen(Penalty.Per.GLOBAL), 3, Combination.STACKED);
    Stack stack = Stack.of(raw, options, chosen(Penalty.Per.GLOBAL));
    double[][] products = InnerProducts.of(each.images());
    for (JsonNode fold : each.folds().toList()) {
      Stack.Choice choice = stack.choose(products, JointCases.integers(fold.get("out")));
      assertThat(choice.weights()[0])
          .containsExactly(JointCases.numbers(fold.get("stackWeights")), within(1e-6));
      assertThat(Arrays.stream(choice.weights()[0]).sum()).isCloseTo(1, within(1e-12));
      assertThat(Arrays.stream(choice.weights()[0]).min().orElseThrow()).isNotNegative();
      int[] penalties = Arrays.stream(choice.penalties()).mapToInt(k -> k[0]).toArray();
      assertThat(penalties).isEqualTo(JointCases.integers(fold.get("stackPenalties")));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void coefficientsAtGivenPenaltiesAreThoseOfGroupRidge(int number) {
    JsonNode given = JointCases.FILE.get("given").get(number);
    double[] weights = JointCases.numbers(given.get("weights"));
    var options =
        new EncodingOptions(
            Preset.STRICT,
            Scale.NONE,
            new Penalty.Fixed(0),
            new Spaces(JointCases.widths(), Combination.BANDED));
    var path =
        PenaltyPath.of(
            JointCases.features(3),
            options,
            BandedGrid.of(new double[][] {weights}, PenaltyGrid.of(given.get("alpha").asDouble())));
    double[][] images = JointCases.withoutMean(JointCases.table(JointCases.FILE.get("images")));
    double[][] expected = JointCases.table(given.get("coefficients"));
    try (var workers = new Workers(1)) {
      double[][] coefficients =
          path.coefficients(VoxelRows.held(images), new int[VOXELS.length], workers)
              .rows(0, expected.length, workers);
      for (int f = 0; f < expected.length; f++) {
        assertThat(coefficients[f]).containsExactly(expected[f], within(1e-9));
      }
    }
    assertThat(JointCases.FILE.get("himalaya").asDouble()).isLessThan(1e-9);
  }

  @ParameterizedTest
  @EnumSource(names = {"BANDED", "STACKED"})
  void weightsOfImagesPredictWhatTheModelsDo(Combination combination) {
    JointCases.Case each = JointCases.all().findFirst().orElseThrow();
    double[][] images = each.images();
    int[] out = each.leftOut()[0];
    EncodingOptions options = each.options(chosen(Penalty.Per.GLOBAL), 3, combination);
    double[][] raw = JointCases.features(3);
    int[] training =
        IntStream.range(0, images.length)
            .filter(w -> Arrays.stream(out).noneMatch(o -> o == w))
            .toArray();
    var weights = new double[out.length][training.length][1];
    FoldPredictor.of(raw, options)
        .weights(
            new FoldTraining(out, out, training, InnerProducts.of(images)),
            IntStream.range(0, images.length).toArray(),
            weights,
            0);
    try (var workers = new Workers(1)) {
      double[][] predicted =
          HeldOutModels.of(raw, options).on(images, new int[][] {out}, workers).predict(0, VOXELS);
      for (int h = 0; h < out.length; h++) {
        for (int v : VOXELS) {
          double sum = 0;
          for (int k = 0; k < training.length; k++) {
            sum += weights[h][k][0] * images[training[k]][v];
          }
          assertThat(sum).isCloseTo(predicted[h][v], within(CLOSE));
        }
      }
    }
  }

  private static Penalty.Chosen chosen(Penalty.Per per) {
    return new Penalty.Chosen(Optional.of(JointCases.penalties()), per);
  }

  private static HeldOutModels models(
      JointCases.Case each, Penalty.Per per, int spaces, Combination combination) {
    return HeldOutModels.of(
        JointCases.features(spaces), each.options(chosen(per), spaces, combination));
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
