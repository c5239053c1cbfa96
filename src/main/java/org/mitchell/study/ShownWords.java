package org.mitchell.study;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mitchell.analysis.WordPrediction;
import org.mitchell.analysis.WordSimilarities;
import org.mitchell.derivatives.SavedFit;
import org.mitchell.fmri.VoxelGrid;
import org.mitchell.jobs.Workers;
import org.mitchell.tables.TableRules;

/**
 * What a reader is shown of one participant's words: some of them as they are predicted by models
 * that were trained without them, beside what was observed, and how alike all of them are.
 *
 * @param grid where the columns of the predictions lie; nothing where they lie in no box
 */
public record ShownWords(
    SavedFit fit,
    Optional<VoxelGrid> grid,
    List<WordPrediction> examples,
    WordSimilarities similarities) {
  public ShownWords {
    examples = List.copyOf(examples);
  }

  /**
   * @throws org.mitchell.files.InputException if the responses of the fit are not at hand, or its
   *     features tell no words apart
   */
  public static ShownWords read(String subject, FitPlace place, Workers workers)
      throws IOException {
    FittedParticipant fitted = place.read(subject, new ArrayList<>());
    SavedFit fit = fitted.fit();
    var responses = fitted.input().responses();
    Predicting.Found found =
        Predicting.predict(
            fit,
            Optional.of(responses),
            ExampleWords.of(fit),
            Optional.empty(),
            TableRules.DEFAULT,
            workers);
    return new ShownWords(
        fit,
        responses.grid().or(fit::grid),
        found.predictions(),
        WordSimilarities.of(fitted.input(), fit.model().scaling(), workers));
  }
}
