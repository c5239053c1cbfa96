package org.mitchell.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mitchell.encoding.BandedGrid;
import org.mitchell.encoding.Coefficients;
import org.mitchell.encoding.Combination;
import org.mitchell.encoding.EncodingOptions;
import org.mitchell.encoding.Penalty;
import org.mitchell.encoding.PenaltyGrid;
import org.mitchell.encoding.PenaltyPath;
import org.mitchell.encoding.Preset;
import org.mitchell.encoding.Scale;
import org.mitchell.encoding.Spaces;
import org.mitchell.evaluation.variance.PartitionOptions;
import org.mitchell.evaluation.variance.VariancePartition;
import org.mitchell.evaluation.variance.VarianceShares;
import org.mitchell.files.InputException;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.VoxelRows;
import org.mitchell.fmri.WordImages;
import org.mitchell.jobs.Workers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Banded ridge and the partition of variance against refitting every model. */
class VariancePartitionTest {
  private static final Responses T1 = ExpectedFigures.responses("T1", Optional.empty());
  private static final JsonNode JSON =
      new ObjectMapper().readTree(Path.of("testdata/ridge/banded.json").toFile());

  /** One case of testdata/ridge/banded.json. */
  record Case(JsonNode json) {
    double[][] features(String space) {
      return ExpectedFigures.table(json.get(space).asString() + "_T.csv").rows(T1.words());
    }

    Scale scale() {
      return Scale.valueOf(json.get("scale").asString().toUpperCase(Locale.ROOT));
    }

    PenaltyGrid penalties() {
      return PenaltyGrid.of(ExpectedFigures.numbers(json.get("penalties")));
    }

    PartitionOptions options() {
      JsonNode voxels = json.get("voxels");
      return new PartitionOptions(
          scale(),
          Penalty.Per.valueOf(json.get("per").asString().toUpperCase(Locale.ROOT)),
          Optional.of(penalties()),
          json.get("steps").asInt(),
          voxels.isNumber() ? OptionalInt.of(voxels.asInt()) : OptionalInt.empty());
    }

    PenaltyPath path() {
      var widths = List.of(features("a")[0].length, features("b")[0].length);
      return PenaltyPath.of(
          Spaces.sideBySide(List.of(features("a"), features("b"))),
          new EncodingOptions(Preset.STRICT, scale(), 0)
              .withSpaces(new Spaces(widths, Combination.BANDED)),
          BandedGrid.ofTwo(json.get("steps").asInt(), penalties()));
    }

    VariancePartition partition(Responses responses, int threads) {
      try (var workers = new Workers(threads)) {
        return VariancePartition.of(responses, features("a"), features("b"), options(), workers);
      }
    }

    @Override
    public String toString() {
      return Stream.of("a", "b", "scale", "per")
          .map(name -> json.get(name).asString())
          .reduce((x, y) -> x + " " + y)
          .orElseThrow();
    }
  }

  static Stream<Case> cases() {
    return StreamSupport.stream(JSON.get("cases").spliterator(), false).map(Case::new);
  }

  /** R2 of each voxel counts by what its responses deviate from the mean of the other words. */
  @Test
  void pooledOverVoxelsTheyCountByTheirVariance() {
    Case first = cases().findFirst().orElseThrow();
    VariancePartition partition = first.partition(T1, 1);
    double[][] rows = WordImages.of(T1).withoutMean().rows();
    double explained = 0;
    double total = 0;
    for (int v = 0; v < partition.a().length; v++) {
      double squares = 0;
      for (double[] row : rows) {
        squares += row[v] * row[v];
      }
      if (squares > 0) {
        explained += squares * partition.a()[v];
        total += squares;
      }
    }
    assertThat(partition.pooled().a()).isCloseTo(explained / total, within(1e-12));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everySpaceOfATupleHasItsOwnPenalty(Case each) {
    BandedGrid grid = each.path().grid();
    JsonNode tuples = each.json.get("tuples");
    assertThat(grid.size()).isEqualTo(tuples.size());
    for (int c = 0; c < grid.size(); c++) {
      for (int b = 0; b < 2; b++) {
        double expected =
            tuples.get(c).get(b).isNull()
                ? Double.POSITIVE_INFINITY
                : tuples.get(c).get(b).asDouble();
        assertThat(grid.at(c)[b]).isCloseTo(expected, within(1e-12 * Math.min(expected, 1e300)));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void errorsOfEveryTupleAreThoseOfRefitting(Case each) {
    double[][] images = WordImages.of(T1).rows();
    JsonNode expected = each.json.get("errorsWithoutWordTwo");
    try (var workers = new Workers(2)) {
      double[][] errors = each.path().errorsWithout(2).ofVoxels(VoxelRows.held(images), workers);
      assertThat(errors).hasNumberOfRows(expected.size());
      for (int c = 0; c < errors.length; c++) {
        for (int i = 0; i < 8; i++) {
          double wanted = expected.get(c).get(i).asDouble();
          int voxel = each.json.get("errorVoxels").get(i).asInt();
          assertThat(errors[c][voxel])
              .as("tuple %d, voxel %d", c, voxel)
              .isCloseTo(wanted, within(1e-8 * (1 + wanted)));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void coefficientsAreThoseOfRefitting(Case each) {
    double[][] images = WordImages.of(T1).withoutMean().rows();
    var choice = new int[images[0].length];
    Arrays.fill(choice, each.penalties().size() + 1);
    JsonNode expected = each.json.get("coefficients");
    double[][] coefficients;
    try (var workers = new Workers(2)) {
      Coefficients all = each.path().coefficients(VoxelRows.held(images), choice, workers);
      assertThat(all.features()).isEqualTo(expected.size());
      coefficients = all.rows(0, all.features(), workers);
    }
    assertThat(coefficients).hasNumberOfRows(expected.size());
    for (int f = 0; f < coefficients.length; f++) {
      for (int i = 0; i < 3; i++) {
        int voxel = each.json.get("errorVoxels").get(i).asInt();
        assertThat(coefficients[f][voxel])
            .isCloseTo(expected.get(f).get(i).asDouble(), within(1e-8));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyVoxelsSharesAreThoseOfRefitting(Case each) {
    VariancePartition partition = each.partition(T1, 2);
    JsonNode expected = each.json.get("r2");
    assertThat(partition.a()).containsExactly(numbers(expected.get("a")), within(1e-8));
    assertThat(partition.b()).containsExactly(numbers(expected.get("b")), within(1e-8));
    assertThat(partition.both()).containsExactly(numbers(expected.get("both")), within(1e-8));
    assertThat(partition.all().a()).isCloseTo(mean(expected.get("a")), within(1e-8));
    assertThat(partition.all().b()).isCloseTo(mean(expected.get("b")), within(1e-8));
    assertThat(partition.all().both()).isCloseTo(mean(expected.get("both")), within(1e-8));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theSelectedVoxelsAreThoseOfTheTrainingWords(Case each) {
    Optional<VarianceShares> selected = each.partition(T1, 2).selected();
    assertThat(selected.isPresent()).isEqualTo(each.json.get("voxels").isNumber());
    JsonNode expected = each.json.get("selected");
    selected.ifPresent(
        shares -> {
          assertThat(shares.a()).isCloseTo(expected.get("a").asDouble(), within(1e-9));
          assertThat(shares.b()).isCloseTo(expected.get("b").asDouble(), within(1e-9));
          assertThat(shares.both()).isCloseTo(expected.get("both").asDouble(), within(1e-9));
        });
  }

  @Test
  void sharesAddUpAndStayNegativeWhereTheyAre() {
    var shares = new VarianceShares(-0.1, 0.3, 0.25);
    assertThat(shares.uniqueA()).isCloseTo(-0.05, within(1e-15));
    assertThat(shares.uniqueB()).isCloseTo(0.35, within(1e-15));
    assertThat(shares.shared()).isCloseTo(-0.05, within(1e-15));
    assertThat(shares.uniqueA() + shares.uniqueB() + shares.shared())
        .isCloseTo(shares.both(), within(1e-15));
  }

  @ParameterizedTest
  @EnumSource
  void theOrderOfTheSpacesOnlySwapsTheirShares(Penalty.Per per) {
    Case each = cases().findFirst().orElseThrow();
    var options = new PartitionOptions(Scale.ZSCORE, per, Optional.empty(), 5, OptionalInt.of(15));
    try (var workers = new Workers(2)) {
      VariancePartition one =
          VariancePartition.of(T1, each.features("a"), each.features("b"), options, workers);
      VariancePartition other =
          VariancePartition.of(T1, each.features("b"), each.features("a"), options, workers);
      assertThat(other.a()).isEqualTo(one.b());
      assertThat(other.b()).isEqualTo(one.a());
      // Ties between tuples of a space alone and of both may go to another one.
      assertThat(other.all().both()).isCloseTo(one.all().both(), within(1e-6));
    }
  }

  @ParameterizedTest
  @EnumSource
  void theResultIsTheSameToTheLastBitForAnyNumberOfThreads(Penalty.Per per) {
    Responses responses = RandomResponses.of(4, 12, 4, 1300);
    double[][] a = columns(0);
    double[][] b = columns(1);
    var options = new PartitionOptions(Scale.UNIT, per, Optional.empty(), 3, OptionalInt.of(40));
    var results = new ArrayList<VariancePartition>();
    for (int threads : new int[] {1, 2, 5}) {
      try (var workers = new Workers(threads)) {
        results.add(VariancePartition.of(responses, a, b, options, workers));
      }
    }
    for (VariancePartition other : results) {
      assertThat(other.both()).isEqualTo(results.get(0).both());
      assertThat(other.a()).isEqualTo(results.get(0).a());
      assertThat(other.selected()).isEqualTo(results.get(0).selected());
    }
  }

  @Test
  void aModelOfNothingExplainsNothing() {
    // Features that are equal for all words leave the mean image of the training words.
    var same = new double[T1.words().size()][];
    Arrays.fill(same, new double[] {0.6, 0.8});
    try (var workers = new Workers(1)) {
      VariancePartition partition =
          VariancePartition.of(
              T1,
              same,
              same,
              new PartitionOptions(
                  Scale.UNIT, Penalty.Per.GLOBAL, Optional.empty(), 1, OptionalInt.empty()),
              workers);
      assertThat(partition.all().a()).isCloseTo(0, within(1e-12));
      assertThat(partition.all().both()).isCloseTo(0, within(1e-12));
    }
  }

  @Test
  void whatCannotBePartitionedIsSaid() {
    Case each = cases().findFirst().orElseThrow();
    Responses three = T1.select(List.of("bear", "axe", "plum"));
    assertThatThrownBy(() -> each.partition(three, 1))
        .isInstanceOf(InputException.class)
        .hasMessageContainingAll("at least 4 words", "got 3");
    Responses once = ExpectedFigures.responses("T1", Optional.of(List.of(2)));
    assertThatThrownBy(() -> each.partition(once, 1))
        .isInstanceOf(InputException.class)
        .hasMessageContainingAll("2 presentations", "T1");
  }

  private static double[][] columns(int kind) {
    return IntStream.range(0, 12)
        .mapToObj(w -> new double[] {1 + w % 3, 1 + (w * 7 + kind) % 5, kind + w % 2})
        .toArray(double[][]::new);
  }

  private static double[] numbers(JsonNode list) {
    return ExpectedFigures.numbers(list);
  }

  private static double mean(JsonNode list) {
    return Arrays.stream(numbers(list)).filter(v -> !Double.isNaN(v)).average().orElseThrow();
  }
}
