package org.mitchell.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.mitchell.features.TableAgreement.ColumnMatching;
import org.mitchell.files.InputException;
import org.mitchell.files.Json;
import org.mitchell.jobs.Progress;
import tools.jackson.databind.JsonNode;

/** The figures of the fixtures are scipy's: testdata/features/agreement.py. */
class TableAgreementTest {
  private static final Path FIXTURES = Path.of("testdata/features");
  private static final Offset<Double> CLOSE = within(1e-11);

  @Test
  void everyWordAndEveryPairOfBothTablesIsProgress() throws IOException {
    var words = new ArrayList<String>();
    var values = new double[300 * 2];
    for (int w = 0; w < 300; w++) {
      words.add("word" + w);
      values[2 * w] = 1 + w % 7;
      values[2 * w + 1] = 1 + w % 5;
    }
    var space = new FeatureSpace("some", words, List.of("see", "eat"), values, Map.of());
    var heard = new HeardProgress();
    TableAgreement.of(space, space, heard);
    assertThat(heard.tasks)
        .containsExactly(
            "words: 300 of 300",
            "similarities in some: 44850 of 44850",
            "similarities in some: 44850 of 44850");
  }

  /** What a listener heard: each task with how much was done and how much there was to do. */
  private static final class HeardProgress implements Progress {
    private final List<String> tasks = new ArrayList<>();
    private String task;
    private long total;
    private long done;

    @Override
    public void begin(String newTask, String unit, long newTotal) {
      task = newTask;
      total = newTotal;
      done = 0;
    }

    @Override
    public void advance(long amount) {
      done += amount;
    }

    @Override
    public void end() {
      tasks.add("%s: %d of %d".formatted(task, done, total));
    }
  }

  @Test
  void figuresAreThoseOfScipyWhateverTheOrderOfRowsAndColumns() throws IOException {
    JsonNode expected = Json.read(FIXTURES.resolve("agreement.json"));

    var agreement = TableAgreement.of(fixture("agree-a.tsv"), fixture("agree-b.tsv"));

    assertThat(agreement.matching()).isEqualTo(ColumnMatching.NAME);
    assertThat(agreement.features()).isEqualTo(9);
    for (int w = 0; w < 12; w++) {
      JsonNode figures = expected.path("perWord").path(w);
      var word = agreement.perWord().get(w);
      assertThat(word.word()).isEqualTo(figures.path("word").asString());
      assertFigure(word.cosine(), figures.path("cosine"));
      assertFigure(word.rank(), figures.path("rank"));
    }
    assertFigure(agreement.cosines().mean(), expected.path("meanCosine"));
    assertFigure(agreement.cosines().median(), expected.path("medianCosine"));
    assertFigure(agreement.ranks().mean(), expected.path("meanRank"));
    assertFigure(agreement.ranks().median(), expected.path("medianRank"));
    assertFigure(agreement.similarity(), expected.path("similarity"));
  }

  @Test
  void wordsOfOneTableAndZeroVectorsAreListed() throws IOException {
    var agreement = TableAgreement.of(fixture("agree-a.tsv"), fixture("agree-b.tsv"));

    assertThat(agreement.words()).hasSize(12).doesNotContain("onlya", "onlyb");
    assertThat(agreement.zeroWords()).containsExactly("igloo");
    assertThat(agreement.onlyInA()).containsExactly("onlya");
    assertThat(agreement.onlyInB()).containsExactly("onlyb", "alsob");
  }

  @Test
  void tablesOfOtherColumnsAgreeInTheirSimilaritiesAlone() throws IOException {
    JsonNode expected = Json.read(FIXTURES.resolve("agreement.json"));

    var agreement = TableAgreement.of(fixture("agree-a.tsv"), fixture("agree-c.tsv"));

    assertThat(agreement.matching()).isEqualTo(ColumnMatching.NONE);
    assertThat(agreement.features()).isZero();
    assertThat(agreement.perWord()).isEmpty();
    assertThat(agreement.cosines().mean()).isNaN();
    assertFigure(agreement.similarity(), expected.path("similarityOfAAndC"));
  }

  @Test
  void asManyColumnsOfOtherNamesAreMatchedByTheirOrder() {
    var a = space(List.of("x", "y"), 3, 4, 1, 0);
    var b = space(List.of("p", "q"), 4, 3, 0, 1);

    var agreement = TableAgreement.of(a, b);

    assertThat(agreement.matching()).isEqualTo(ColumnMatching.ORDER);
    assertThat(agreement.perWord().get(0).cosine()).isEqualTo(0.96);
    assertThat(agreement.perWord().get(0).rank()).isEqualTo(-1);
    assertThat(agreement.perWord().get(1).cosine()).isZero();
  }

  /** By hand: (1, 0) and (1, 0) are the same vector, (0, 1) and (0, 1) too, whatever is beside. */
  @Test
  void onlySharedNamesAreComparedWhereverTheyStand() {
    var a = space(List.of("eat", "see", "run"), 1, 0, 0, 0, 1, 0.5, 0.2, 0.9, 0.4);
    var b = space(List.of("see", "eat", "fly"), 0, 1, 0, 1, 0, 0.5, 0.9, 0.2, 0.4);

    var agreement = TableAgreement.of(a, b);

    assertThat(agreement.matching()).isEqualTo(ColumnMatching.NAME);
    assertThat(agreement.features()).isEqualTo(2);
    assertThat(agreement.featuresOfA()).isEqualTo(3);
    assertThat(agreement.perWord()).allMatch(word -> word.cosine() == 1);
  }

  @Test
  void sharedNamesAreComparedInTablesOfOtherWidths() {
    var a = space(List.of("x", "y"), 3, 4, 1, 0);
    var b = space(List.of("z", "y", "x"), 9, 3, 4, 9, 0, 1);

    var agreement = TableAgreement.of(a, b);

    assertThat(agreement.matching()).isEqualTo(ColumnMatching.NAME);
    assertThat(agreement.perWord().get(0).cosine()).isEqualTo(0.96);
  }

  @Test
  void numbersOfColumnsAreNoNames() {
    var a = space(List.of("1", "2"), 3, 4, 1, 0);

    assertThat(TableAgreement.of(a, space(List.of("2", "3"), 3, 4, 1, 0)).matching())
        .isEqualTo(ColumnMatching.ORDER);
  }

  /**
   * Of all pairs numpy's figure would take hours; of a table and itself it is 1 by construction.
   */
  @Test
  void ofVeryManyWordsSoManyPairsAreDrawnThatTheFigureStands() {
    int words = 46_342;
    double[] values = new SplittableRandom(4).doubles(3L * words, -1, 1).toArray();
    double[] noisy = values.clone();
    for (int i = 0; i < noisy.length; i += 3) {
      noisy[i] = 0; // two of three coordinates stay
    }
    List<String> features = List.of("x", "y", "z");

    var same = TableAgreement.of(space(features, values), space(features, values));
    var less = TableAgreement.of(space(features, values), space(features, noisy));

    assertThat(same.allPairs()).isEqualTo(46_342L * 46_341 / 2);
    assertThat(same.pairs()).isEqualTo(TableAgreement.MOST_PAIRS);
    assertThat(same.similarity()).isEqualTo(1, within(1e-12));
    assertThat(less.similarity()).isEqualTo(0.7622, within(0.005));
  }

  @Test
  void lengthsOfRowsChangeNothingNotEvenTies() {
    // Of sets of features, so that many cosines are equal, each row then of another length.
    double[] sets = {1, 1, 0, 0, 1, 0, 1, 0, 0, 1, 1, 0, 1, 1, 1, 0, 0, 0, 1, 1, 1, 1, 1, 1};
    double[] scaled = sets.clone();
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] *= new double[] {0.1, 3, 1 / 7.0, 1e6, 0.7, 13}[i / 4];
    }
    List<String> features = List.of("p", "q", "r", "s");

    var agreement = TableAgreement.of(space(features, sets), space(features, scaled));

    assertThat(agreement.similarity()).isEqualTo(1, within(1e-15));
    assertThat(agreement.perWord()).allMatch(word -> word.cosine() == 1);
  }

  @Test
  void twoWordsHaveNoStructure() {
    var agreement = TableAgreement.of(space(List.of("x"), 1, 2), space(List.of("x"), 2, 3));

    assertThat(agreement.similarity()).isNaN();
    assertThat(agreement.perWord().get(0).cosine()).isEqualTo(1);
    assertThat(agreement.perWord().get(0).rank()).as("of a single feature").isNaN();
  }

  @Test
  void wordsAreSharedWhateverTheirCase() {
    var a = space(List.of("x"), 1, 2);
    var b = new FeatureSpace("t", List.of("W1", "v"), List.of("x"), new double[] {1, 1}, Map.of());

    var agreement = TableAgreement.of(a, b);

    assertThat(agreement.words()).containsExactly("w1");
    assertThat(agreement.onlyInA()).containsExactly("w0");
    assertThat(agreement.onlyInB()).containsExactly("v");
  }

  @Test
  void noSharedWordIsAnError() {
    var a = space(List.of("x"), 1, 2);
    var b = new FeatureSpace("t", List.of("v0"), List.of("x"), new double[] {1}, Map.of());

    assertThatThrownBy(() -> TableAgreement.of(a, b))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("s and t share no word (of 2 and 1)");
  }

  private static FeatureSpace space(List<String> features, double... values) {
    List<String> words =
        IntStream.range(0, values.length / features.size()).mapToObj(w -> "w" + w).toList();
    return new FeatureSpace("s", words, features, values, Map.of());
  }

  private static FeatureSpace fixture(String name) throws IOException {
    return FeatureTable.read(FIXTURES.resolve(name)).space();
  }

  private static void assertFigure(double figure, JsonNode expected) {
    if (expected.isNull()) {
      assertThat(figure).isNaN();
    } else {
      assertThat(expected.isNumber()).isTrue();
      assertThat(figure).isCloseTo(expected.asDouble(), CLOSE);
    }
  }
}
