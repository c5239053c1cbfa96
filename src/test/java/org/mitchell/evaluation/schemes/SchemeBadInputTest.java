package org.mitchell.evaluation.schemes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mitchell.encoding.EncodingOptions;
import org.mitchell.encoding.FoldPredictor;
import org.mitchell.encoding.Preset;
import org.mitchell.encoding.Scale;
import org.mitchell.evaluation.EncodingAnalysis;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.evaluation.MatchRule;
import org.mitchell.evaluation.Metric;
import org.mitchell.evaluation.RandomResponses;
import org.mitchell.evaluation.RandomResponses.Kind;
import org.mitchell.files.InputException;
import org.mitchell.fmri.Responses;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;

/** What a scheme cannot be run on, and what it then says. */
class SchemeBadInputTest {
  private static final Responses T1 = ExpectedSchemes.responses("T1");

  @ParameterizedTest
  @EnumSource(
      names = {"WITHIN_CATEGORY", "LEAVE_CATEGORY_OUT", "WITHIN_LEFT_OUT_CATEGORY"},
      mode = EnumSource.Mode.INCLUDE)
  void withoutCategoriesTheWordsThatHaveNoneAreNamed(Scheme scheme) {
    Responses responses = T1.withCategories(Map.of("bear", "", "plum", ""));
    assertProblem(
        scheme,
        responses,
        OptionalInt.of(15),
        scheme.label(),
        "category of every word",
        "T1",
        "[bear, plum]",
        "categories");
  }

  @ParameterizedTest
  @EnumSource(
      names = {"LEAVE_TWO_OUT", "PRESENTATIONS"},
      mode = EnumSource.Mode.INCLUDE)
  void otherSchemesNeedNoCategories(Scheme scheme) {
    Responses responses = T1.withCategories(categories(w -> ""));
    assertThat(run(scheme, responses, OptionalInt.of(15)).pairs()).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      names = {"WITHIN_CATEGORY", "LEAVE_CATEGORY_OUT", "WITHIN_LEFT_OUT_CATEGORY"},
      mode = EnumSource.Mode.INCLUDE)
  void oneCategoryIsNotEnough(Scheme scheme) {
    Responses responses = T1.withCategories(categories(w -> "thing"));
    assertProblem(
        scheme,
        responses,
        OptionalInt.empty(),
        scheme.label(),
        "T1 have 1: [thing]",
        "categories",
        "leave-two-out");
  }

  @Test
  void twoCategoriesCannotBothBeLeftOut() {
    Responses responses = T1.withCategories(categories(w -> w % 2 == 0 ? "even" : "odd"));
    assertProblem(
        Scheme.LEAVE_CATEGORY_OUT,
        responses,
        OptionalInt.empty(),
        "at least 3 categories",
        "T1 have 2: [even, odd]",
        "categories");
    assertThat(run(Scheme.WITHIN_LEFT_OUT_CATEGORY, responses, OptionalInt.empty()).pairs())
        .hasSize(2 * 21);
  }

  @Test
  void categoriesThatLeaveOneWordCannotBeLeftOut() {
    Responses responses =
        T1.withCategories(categories(w -> w == 0 ? "rest" : w % 2 == 0 ? "even" : "odd"));
    assertProblem(
        Scheme.LEAVE_CATEGORY_OUT,
        responses,
        OptionalInt.empty(),
        "leaves 1 of the 14 words of participant T1",
        "at least 2",
        "categories");
  }

  @ParameterizedTest
  @EnumSource(
      names = {"WITHIN_CATEGORY", "WITHIN_LEFT_OUT_CATEGORY"},
      mode = EnumSource.Mode.INCLUDE)
  void categoriesOfOneWordHaveNoPairs(Scheme scheme) {
    Responses responses = T1.withCategories(categories(w -> "category " + w));
    assertProblem(
        scheme,
        responses,
        OptionalInt.empty(),
        scheme.label(),
        "no two such words",
        "leave-two-out");
  }

  @Test
  void categoriesOfOneWordEachLeaveOutTwoWords() {
    Responses responses = T1.withCategories(categories(w -> "category " + (char) ('a' + w)));
    SchemeResult categories = run(Scheme.LEAVE_CATEGORY_OUT, responses, OptionalInt.of(15));
    assertThat(categories.pairs())
        .isEqualTo(run(Scheme.LEAVE_TWO_OUT, T1, OptionalInt.of(15)).pairs());
  }

  @Test
  void onePresentationCannotBeLeftOut() {
    Responses once = RandomResponses.of(1, 8, 1, 20);
    for (OptionalInt voxels : List.of(OptionalInt.empty(), OptionalInt.of(5))) {
      assertProblem(
          Scheme.PRESENTATIONS,
          once,
          voxels,
          "presentations needs at least two presentations",
          "R1 has a word with one",
          "leave-two-out");
    }
  }

  @Test
  void twoPresentationsLeaveNoStabilityWhereOneIsLeftOut() {
    Responses twice = RandomResponses.of(1, new int[] {3, 2, 4, 5, 3, 3}, 20, Kind.SIGNAL);
    assertProblem(
        Scheme.PRESENTATIONS,
        twice,
        OptionalInt.of(5),
        "at least 3 presentations",
        "R1 has a word with 2",
        "ompare all");
    assertThat(run(Scheme.PRESENTATIONS, twice, OptionalInt.empty()).pairs()).hasSize(2 * 15);
    assertThat(run(Scheme.LEAVE_TWO_OUT, twice, OptionalInt.of(5)).pairs()).hasSize(15);
  }

  @Test
  void onePresentationLeavesNoStabilityInOtherSchemes() {
    Responses once = RandomResponses.of(1, new int[] {1, 1, 1, 1, 1, 1}, 20, Kind.SIGNAL);
    assertProblem(
        Scheme.LEAVE_TWO_OUT,
        once,
        OptionalInt.of(5),
        "at least 2 presentations",
        "R1 has a word with 1",
        "ompare all");
  }

  @ParameterizedTest
  @EnumSource
  void threeWordsAreTooFew(Scheme scheme) {
    Responses three = T1.select(List.of("bear", "axe", "plum"));
    assertProblem(
        scheme,
        three,
        OptionalInt.of(15),
        scheme.label(),
        "at least 4 words",
        "T1 has 3: [axe, bear, plum]");
  }

  @Test
  void fourWordsAreEnough() {
    Responses two = T1.select(List.of("bear", "axe", "plum", "cat"));
    Responses four = T1.select(List.of("bear", "axe", "plum", "bus"));
    for (Scheme scheme : Scheme.values()) {
      Responses responses = scheme == Scheme.LEAVE_CATEGORY_OUT ? four : two;
      assertThat(run(scheme, responses, OptionalInt.of(5)).accuracy())
          .as(scheme.label())
          .isBetween(0.0, 1.0);
    }
  }

  @ParameterizedTest
  @EnumSource
  void moreVoxelsThanThereAreCannotBeChosen(Scheme scheme) {
    assertProblem(
        scheme, T1, OptionalInt.of(61), "61 voxels", "T1 has 60", "Compare fewer, or all");
    SchemeResult most = run(scheme, T1, OptionalInt.of(60));
    assertThat(most.selectedVoxels()).isBetween(50, 58);
  }

  @ParameterizedTest
  @EnumSource
  void voxelsThatNeverVaryCannotBeChosen(Scheme scheme) {
    int[] counts = {3, 3, 3, 3, 3, 3, 3, 3};
    Responses constant = RandomResponses.of(1, counts, 7, Kind.CONSTANT);
    Responses grouped =
        constant.withCategories(Map.of("word00", "a", "word01", "a", "word02", "b", "word03", "b"));
    assertProblem(
        scheme,
        grouped,
        OptionalInt.of(3),
        "no voxel has a defined stability",
        "compare all voxels");
  }

  @Test
  void fewerWordsThanFeaturesWithoutAPenaltyPredictByTheSmallestCoefficients() {
    // The figures are in ExpectedSchemesTest (wide_T.csv); here: that whoever shows them can say
    // it.
    double[][] wide = ExpectedSchemes.features("wide_T.csv", T1.words());
    double[][] few = ExpectedSchemes.features("features_T.csv", T1.words());
    for (Preset preset : Preset.values()) {
      for (Scale scale : Scale.values()) {
        var none = new EncodingOptions(preset, scale, 0);
        assertThat(FoldPredictor.of(wide, none).fitsExactly()).isTrue();
        assertThat(FoldPredictor.of(few, none).fitsExactly()).isFalse();
        assertThat(FoldPredictor.of(wide, new EncodingOptions(preset, scale, 0.1)).fitsExactly())
            .isFalse();
      }
    }
  }

  private interface CategoryOf {
    String word(int number);
  }

  private static Map<String, String> categories(CategoryOf categoryOf) {
    var categories = new HashMap<String, String>();
    for (int w = 0; w < T1.words().size(); w++) {
      categories.put(T1.words().get(w), categoryOf.word(w));
    }
    return categories;
  }

  private static void assertProblem(
      Scheme scheme, Responses responses, OptionalInt voxels, String... parts) {
    assertThatThrownBy(() -> run(scheme, responses, voxels))
        .isInstanceOf(InputException.class)
        .hasMessageContainingAll(parts);
  }

  private static SchemeResult run(Scheme scheme, Responses responses, OptionalInt voxels) {
    var encoding = new EncodingOptions(Preset.PAPER, Scale.NONE, 0);
    var options = new EvaluationOptions(encoding, voxels, Metric.COSINE, MatchRule.SUM);
    double[][] raw =
        IntStream.range(0, responses.stimuli().size())
            .mapToObj(w -> new double[] {1, Math.sin(w + 1)})
            .toArray(double[][]::new);
    try (var workers = new Workers(2)) {
      return SchemeEvaluation.of(scheme, new EncodingAnalysis(responses, raw, options), workers)
          .run(Progress.NONE);
    }
  }
}
