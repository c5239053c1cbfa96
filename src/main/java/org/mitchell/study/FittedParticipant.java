package org.mitchell.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.mitchell.analysis.UninformativeFeatures;
import org.mitchell.derivatives.SavedFit;
import org.mitchell.evaluation.EncodingAnalysis;
import org.mitchell.files.InputException;
import org.mitchell.files.Remedy;
import org.mitchell.fmri.Responses;
import org.mitchell.provenance.Provenance;

/**
 * A participant's fit with the responses that it was fitted on.
 *
 * @param fit what was left of it
 * @param input responses and features of the words of the fit, and its options
 */
public record FittedParticipant(SavedFit fit, EncodingAnalysis input) {
  /**
   * Reads both.
   *
   * @param model the folder of the fits
   * @param data where the responses are now; nothing where they were at fit
   * @param inputs the files join these
   * @throws InputException if there is no fit, or the responses are not where they were
   */
  public static FittedParticipant read(
      String subject, Path model, Optional<Path> data, List<Provenance.Input> inputs)
      throws IOException {
    SavedFit fit = SavedFit.read(model, subject);
    inputs.add(Provenance.Input.of(SavedFit.file(model, subject)));
    Optional<Responses> responses = FittedResponses.of(fit, data, inputs);
    if (responses.isEmpty()) {
      throw InputException.in(
          fit.responsesFile(),
          "the responses that %s was fitted on are no longer here".formatted(subject),
          Remedy.RESPONSES_ARE_ELSEWHERE);
    }
    Responses ofFit = responses.get().select(fit.model().words()).withCategories(fit.categories());
    var participant =
        new FittedParticipant(fit, new EncodingAnalysis(ofFit, fit.rawFeatures(), fit.options()));
    participant.uninformative().requireDifferences("the features of " + subject);
    return participant;
  }

  /** What in the features of the fit says nothing. */
  public UninformativeFeatures uninformative() {
    return UninformativeFeatures.of(
        fit.model().words(),
        fit.model().featureNames(),
        input.rawFeatures(),
        fit.options().encoding().scale(),
        fit.features().parts(fit.model().scaling().widths()));
  }
}
