package org.mitchell.evaluation.ranks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mitchell.encoding.EncodingModel;
import org.mitchell.encoding.EncodingOptions;
import org.mitchell.encoding.Preset;
import org.mitchell.encoding.Scale;
import org.mitchell.evaluation.EncodingAnalysis;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.evaluation.LeaveOneOut;
import org.mitchell.evaluation.MatchRule;
import org.mitchell.evaluation.Metric;
import org.mitchell.evaluation.stability.MostStable;
import org.mitchell.evaluation.stability.Stability;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.WordImages;
import org.mitchell.jobs.Workers;

class IdentificationTest {
  private static final Workers WORKERS = new Workers(2);
  private static final Responses T1 = RankFixtures.responses("T1");
  private static final double[][] ROWS = RankFixtures.rows("features_T.csv", T1.words());
  private static final CandidateWords CANDIDATES = RankFixtures.candidates("features_T.csv");
  private static final int[] ALL = IntStream.range(0, T1.voxels()).toArray();

  @AfterAll
  static void close() {
    WORKERS.close();
  }

  static List<RankFixtures.Identified> identifications() {
    return RankFixtures.identifications();
  }

  /** The second image has no value at twenty voxels. */
  @ParameterizedTest
  @MethodSource("identifications")
  void similaritiesAreThoseOfCandidateImagesMadeOneByOne(RankFixtures.Identified expected) {
    Identification identification =
        Identification.by(
            model(expected.options().encoding()),
            CANDIDATES,
            columns(expected.options().voxels()),
            expected.options().metric(),
            WORKERS);
    for (int i = 0; i < 2; i++) {
      Identification.Identified identified =
          identification.identify(RankFixtures.image(i), RankFixtures.SOFTMAX);
      double[] similarities = expected.similarities(i);
      double[] probabilities = RankFixtures.SOFTMAX.probabilities(similarities);
      for (Guess guess : identified.guesses()) {
        int c = CANDIDATES.words().indexOf(guess.word());
        // The model's signatures are in single precision.
        assertThat(guess.similarity()).as(guess.word()).isCloseTo(similarities[c], within(2e-6));
        assertThat(guess.probability()).isCloseTo(probabilities[c], within(2e-5));
      }
      assertThat(identified.guesses()).hasSize(CANDIDATES.size());
      assertThat(identified.guesses()).isSortedAccordingTo(Comparator.comparingInt(Guess::place));
    }
  }

  /**
   * Of fewer candidates than features the images are held, of more the signatures. The second image
   * has no value at twenty voxels.
   */
  @ParameterizedTest
  @EnumSource
  void aCandidatesSimilarityIsTheSameToTheLastBitInWhateverCompany(Metric metric) {
    double[][] rows = RankFixtures.rows("wide_T.csv", T1.words());
    EncodingModel model = model(EncodingOptions.PAPER, rows);
    var few = new CandidateWords(T1.words(), rows);
    var words = new ArrayList<String>();
    var many = new ArrayList<double[]>();
    for (int copy = 0; many.size() <= rows[0].length; copy++) {
      for (int w = 0; w < rows.length; w++) {
        words.add(T1.words().get(w) + (copy == 0 ? "" : " " + copy));
        many.add(rows[w]);
      }
    }
    assertThat(few.size()).isLessThan(rows[0].length);
    Identification held = Identification.by(model, few, ALL, metric, WORKERS);
    Identification made =
        Identification.by(
            model, new CandidateWords(words, many.toArray(double[][]::new)), ALL, metric, WORKERS);
    for (int i = 0; i < 2; i++) {
      Map<String, Double> expected = new HashMap<>();
      for (Guess guess : made.identify(RankFixtures.image(i), Softmax.DEFAULT).guesses()) {
        expected.put(guess.word(), guess.similarity());
      }
      for (Guess guess : held.identify(RankFixtures.image(i), Softmax.DEFAULT).guesses()) {
        assertThat(guess.similarity()).as(guess.word()).isEqualTo(expected.get(guess.word()));
      }
    }
  }

  @Test
  void aPredictedImageIsThatOfItsWord() {
    Identification identification =
        Identification.by(model(EncodingOptions.PAPER), CANDIDATES, ALL, Metric.COSINE, WORKERS);
    for (String word : List.of("carrot", "window", "hammer")) {
      float[] image =
          model(EncodingOptions.PAPER)
              .predict(CANDIDATES.rawFeatures()[CANDIDATES.words().indexOf(word)]);
      Guess first = identification.identify(image, Softmax.DEFAULT).guesses().get(0);
      assertThat(first.word()).isEqualTo(word);
      assertThat(first.similarity()).isCloseTo(1, within(1e-6));
    }
  }

  @ParameterizedTest
  @EnumSource
  void withoutAWordItIsTheRankOfThatWordWhenHeldOut(Preset preset) {
    var encoding = new EncodingOptions(preset, Scale.ZSCORE, 0.5);
    for (Metric metric : Metric.values()) {
      var options = new EvaluationOptions(encoding, OptionalInt.of(15), metric, MatchRule.SUM);
      RankResult ranks =
          RankEvaluation.of(
                  new EncodingAnalysis(T1, ROWS, options),
                  new CandidateWords(T1.words(), ROWS),
                  WORKERS)
              .run(Softmax.DEFAULT);
      for (int w = 0; w < ROWS.length; w++) {
        WordImages images = WordImages.of(T1);
        double[] observed = LeaveOneOut.predict(w, images, ROWS, encoding, WORKERS).observed();
        int[] columns = MostStable.columns(Stability.without(w, T1, WORKERS), 15);
        Identification identification =
            Identification.without(
                w,
                images,
                ROWS,
                encoding,
                new CandidateWords(T1.words(), ROWS),
                columns,
                metric,
                WORKERS);
        String word = T1.words().get(w);
        Guess guess =
            identification.identify(floats(observed), Softmax.DEFAULT).guesses().stream()
                .filter(g -> g.word().equals(word))
                .findFirst()
                .orElseThrow();
        // The image is in single precision.
        assertThat(guess.similarity()).isCloseTo(ranks.words().get(w).similarity(), within(1e-6));
        assertThat(guess.probability()).isCloseTo(ranks.words().get(w).probability(), within(1e-6));
        assertThat(guess.place()).isEqualTo((int) ranks.words().get(w).rank().place());
      }
    }
  }

  @Test
  void candidatesOfTheSameFeaturesShareTheirPlace() {
    Identification identification =
        Identification.by(model(EncodingOptions.PAPER), CANDIDATES, ALL, Metric.COSINE, WORKERS);
    float[] image = model(EncodingOptions.PAPER).predict(ROWS[T1.words().indexOf("apple")]);
    List<Guess> guesses = identification.identify(image, Softmax.DEFAULT).guesses();
    assertThat(guesses.subList(0, 2))
        .extracting(Guess::word)
        .containsExactlyInAnyOrder("apple", "twin-of-apple");
    assertThat(guesses.subList(0, 3)).extracting(Guess::place).containsExactly(1, 1, 3);
  }

  @Test
  void anyNumberOfThreadsGivesTheSame() {
    List<Guess> one = guesses(1);
    assertThat(guesses(2)).isEqualTo(one);
    assertThat(guesses(5)).isEqualTo(one);
  }

  @Test
  void anImageWithoutContentIsAnError() {
    Identification identification =
        Identification.by(model(EncodingOptions.PAPER), CANDIDATES, ALL, Metric.COSINE, WORKERS);
    var flat = new float[60];
    assertThatThrownBy(() -> identification.identify(flat, Softmax.DEFAULT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("60 of 60 compared voxels have a value, and they are all the same");
    Arrays.fill(flat, Float.NaN);
    assertThatThrownBy(() -> identification.identify(flat, Softmax.DEFAULT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0 of 60");
  }

  private static List<Guess> guesses(int threads) {
    try (var workers = new Workers(threads)) {
      return Identification.by(
              model(EncodingOptions.PAPER), CANDIDATES, ALL, Metric.CORRELATION, workers)
          .identify(RankFixtures.image(1), Softmax.DEFAULT)
          .guesses();
    }
  }

  private static EncodingModel model(EncodingOptions options) {
    return model(options, ROWS);
  }

  private static EncodingModel model(EncodingOptions options, double[][] rows) {
    List<String> names = IntStream.range(0, rows[0].length).mapToObj(f -> "f" + f).toList();
    return EncodingModel.fit(T1.words(), names, rows, WordImages.of(T1), options, WORKERS);
  }

  private static int[] columns(OptionalInt voxels) {
    return voxels.isEmpty()
        ? ALL
        : MostStable.columns(Stability.overAllWords(T1, WORKERS), voxels.getAsInt());
  }

  private static float[] floats(double[] values) {
    var floats = new float[values.length];
    for (int v = 0; v < floats.length; v++) {
      floats[v] = (float) values[v];
    }
    return floats;
  }
}
