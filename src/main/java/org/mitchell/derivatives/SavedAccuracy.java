package org.mitchell.derivatives;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.mitchell.derivatives.contents.Ends;
import org.mitchell.derivatives.contents.EvaluationFigures;
import org.mitchell.derivatives.contents.FitFigures;
import org.mitchell.derivatives.contents.Range;
import org.mitchell.files.InputException;

/**
 * The leave-two-out accuracy of a participant as the files say it. It is that of the fit. An
 * evaluation adds interval and chance where it was done as the fit was; otherwise it stands apart,
 * because its figures are of another model. Where nothing was fitted the evaluation speaks for
 * itself.
 *
 * @param subject the participant's label
 * @param settings what the accuracy was computed with
 * @param accuracy correct pairs / pairs
 * @param evaluation the figures of {@code evaluate} that belong to this accuracy
 * @param otherwise in what an evaluation that does not belong to it differs, in words
 */
public record SavedAccuracy(
    String subject,
    FitSettings settings,
    double accuracy,
    Optional<EvaluationFigures> evaluation,
    List<String> otherwise) {
  private static final double SAME = 1e-9;
  private static final int FEWEST_OF_AN_INTERVAL = 3;

  public SavedAccuracy {
    otherwise = List.copyOf(otherwise);
  }

  /**
   * @param root the derivatives folder
   * @throws InputException if the participant was neither fitted nor evaluated there, or a file is
   *     damaged
   */
  public static SavedAccuracy read(Path root, String subject) throws IOException {
    Path evaluated = named(root, subject, "desc-leaveTwoOut_evaluation.json");
    Path fitted = named(root, subject, "evaluation.json");
    Optional<EvaluationFigures> evaluation =
        Files.exists(evaluated) ? Optional.of(EvaluationFigures.read(evaluated)) : Optional.empty();
    if (!Files.exists(fitted) && evaluation.isPresent()) {
      EvaluationFigures alone = evaluation.get();
      return new SavedAccuracy(
          subject, FitSettings.ofScheme(alone), alone.accuracy(), evaluation, List.of());
    }
    if (!Files.exists(fitted) || !Files.exists(SavedFit.file(root, subject))) {
      throw SavedFit.notFitted(root, subject);
    }
    return of(
        FitFigures.read(fitted),
        fitted,
        ModelFile.read(SavedFit.file(root, subject), subject),
        evaluation);
  }

  private static Path named(Path root, String subject, String suffix) {
    return BidsName.found(root, subject, suffix).plain(suffix);
  }

  /**
   * @param fit the figures of the fit
   * @param file that they were read from
   * @param evaluation of the same scheme, where there is one
   * @throws InputException if the accuracy is withheld, or is of another fit
   */
  public static SavedAccuracy of(
      FitFigures fit, Path file, ModelFile model, Optional<EvaluationFigures> evaluation) {
    requireOneFit(file, fit, model);
    double accuracy = fit.given(file);
    var settings = FitSettings.ofFit(fit, model);
    List<String> otherwise =
        evaluation.map(e -> otherwise(settings, accuracy, e)).orElse(List.of());
    return new SavedAccuracy(
        model.subject(),
        settings,
        accuracy,
        evaluation.filter(e -> otherwise.isEmpty()),
        otherwise);
  }

  /** The 95% interval over other words. */
  public Optional<Range> interval() {
    return evaluation.flatMap(EvaluationFigures::ci95).flatMap(Ends::range);
  }

  /** From the mean of relabelled words to what 5% of them reach. */
  public Optional<Range> chance() {
    return evaluation.flatMap(e -> e.nulls().toThreshold());
  }

  /**
   * The 95% interval of their mean over other participants, by Student's t; an accuracy ends at 0
   * and 1. Nothing for fewer than three, of whom t has too little to say.
   */
  public static Optional<Range> intervalOfMean(List<SavedAccuracy> participants) {
    if (participants.size() < FEWEST_OF_AN_INTERVAL) {
      return Optional.empty();
    }
    var statistics = new SummaryStatistics();
    participants.forEach(one -> statistics.addValue(one.accuracy));
    double t = new TDistribution(participants.size() - 1.0).inverseCumulativeProbability(0.975);
    double half = t * statistics.getStandardDeviation() / Math.sqrt(participants.size());
    return Optional.of(
        new Range(
            Math.max(0, statistics.getMean() - half), Math.min(1, statistics.getMean() + half)));
  }

  /**
   * Why a mean of some participants says nothing, in words; nothing where they were measured and
   * fitted alike.
   */
  public static Optional<String> apart(List<SavedAccuracy> participants) {
    SavedAccuracy first = participants.get(0);
    return participants.stream()
        .filter(other -> !first.settings.apart(other.settings).isEmpty())
        .findFirst()
        .map(
            other ->
                "%s and %s differ: %s"
                    .formatted(
                        first.subject,
                        other.subject,
                        String.join(", ", first.settings.apart(other.settings))));
  }

  /** A fit that was broken off leaves the figures of one beside the model of another. */
  private static void requireOneFit(Path file, FitFigures fit, ModelFile model) {
    Optional<String> written = Optional.ofNullable(model.sha256().get(model.signatures()));
    if (fit.signaturesSha256().isPresent()
        && written.isPresent()
        && !fit.signaturesSha256().equals(written)) {
      throw InputException.in(
          file,
          "the figures of another fit than the model beside it: a fit was broken off, or files"
              + " were moved. Fit the participant again");
    }
  }

  private static List<String> otherwise(
      FitSettings settings, double accuracy, EvaluationFigures evaluation) {
    List<String> differences = settings.evaluatedOtherwise(evaluation);
    return differences.isEmpty() && Math.abs(accuracy - evaluation.accuracy()) > SAME
        ? List.of("its accuracy, so that its responses or features had other values")
        : differences;
  }
}
