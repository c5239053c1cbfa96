package org.mitchell.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mitchell.derivatives.SavedFit;
import org.mitchell.jobs.Workers;
import org.mitchell.tables.TableRules;

/** Of a fit of testdata/derivatives/make_golden.py. */
class ExplainedWordTest {
  private static final Path GOLDEN = Path.of("testdata", "derivatives", "golden");

  @Test
  void theContributionsOfAllFeaturesAddUpToThePredictedImage() throws IOException {
    SavedFit fit = SavedFit.read(GOLDEN, "G1");
    var explained = ExplainedWord.of(fit.model(), fit.rawFeatures()[0], 3);
    List<ExplainedWord.Contribution> all = explained.contributions();
    assertThat(all).hasSize(3);
    assertThat(Math.abs(all.get(0).value())).isGreaterThanOrEqualTo(Math.abs(all.get(1).value()));
    for (int v = 0; v < explained.predicted().length; v++) {
      double sum = 0;
      for (ExplainedWord.Contribution one : all) {
        sum += one.image()[v];
      }
      assertThat(sum).isCloseTo(explained.predicted()[v], within(1e-5));
    }
  }

  @Test
  void theValuesOfAUnitVectorHaveTheLengthOne() throws IOException {
    SavedFit fit = SavedFit.read(GOLDEN, "G1");
    double squares = 0;
    for (double value : ExplainedWord.of(fit.model(), fit.rawFeatures()[4], 1).scaled()) {
      squares += value * value;
    }
    assertThat(squares).isCloseTo(1, within(1e-12));
  }

  @Test
  void aWordOfTheTrainingIsPredictedByTheModelOfAllWordsWhereThereAreNoResponses()
      throws IOException {
    SavedFit fit = SavedFit.read(GOLDEN, "G1");
    try (var workers = new Workers(1)) {
      var found =
          Predicting.predict(
              fit,
              Optional.empty(),
              List.of("ANT", "ant"),
              Optional.empty(),
              TableRules.DEFAULT,
              workers);
      assertThat(found.words()).hasSize(1);
      assertThat(found.predictions().get(0).observed()).isEmpty();
      assertThat(found.predictions().get(0).predicted())
          .containsExactly(fit.model().predict(fit.rawFeatures()[0]));
    }
  }
}
