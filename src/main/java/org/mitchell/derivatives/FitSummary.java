package org.mitchell.derivatives;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.mitchell.analysis.ParticipantFit;
import org.mitchell.analysis.TiedPairs;
import org.mitchell.analysis.UninformativeFeatures;
import org.mitchell.derivatives.contents.FitFigures;
import org.mitchell.derivatives.contents.Uninformative;
import org.mitchell.evaluation.LeaveTwoOutResult;
import org.mitchell.files.Json;
import org.mitchell.fmri.Responses;

/** The figures of a fit, from what was computed. */
final class FitSummary {
  private FitSummary() {}

  static FitFigures of(FitRecord record, List<Path> outputs, double writeSeconds) {
    ParticipantFit fit = record.fit();
    LeaveTwoOutResult evaluation = fit.evaluation();
    Responses responses = fit.words().responses();
    boolean given = record.withheld().isEmpty();
    boolean categories = given && evaluation.categoriesKnown();
    return new FitFigures(
        responses.participant(),
        record.source().toString(),
        responses.study(),
        responses.simulated(),
        responses.words().size(),
        responses.commonPresentations(),
        responses.voxels(),
        fit.model().featureNames().size(),
        record.features().nameOrFile(),
        evaluation.selectedVoxels(),
        OptionsJson.ridge(fit.options().encoding()),
        OptionsJson.chosen(fit),
        fit.left().isPairs() ? Optional.empty() : Optional.of(fit.left().label()),
        evaluation.all().pairs(),
        given ? Optional.of(correct(evaluation.all())) : Optional.empty(),
        given ? OptionalDouble.of(evaluation.all().accuracy()) : OptionalDouble.empty(),
        categories ? Optional.of(score(evaluation.within())) : Optional.empty(),
        categories ? Optional.of(score(evaluation.between())) : Optional.empty(),
        given ? Optional.empty() : Optional.of(record.withheld()),
        correlations(fit),
        OptionsJson.of(fit.options())
            .computed(evaluation.form(), evaluation.refittedFolds(), evaluation.rank()),
        fit.words().dropped(),
        fit.words().featureSpace().spellings(),
        Optional.of(uninformative(fit.uninformative())),
        OptionalInt.of(TiedPairs.of(evaluation.pairs(), fit.options()).tied()),
        evaluation.undefinedVoxels(),
        responses.notes(),
        outputs.stream().map(Path::toString).toList(),
        seconds(record, writeSeconds),
        Optional.empty(),
        Map.of());
  }

  static Uninformative uninformative(UninformativeFeatures features) {
    return new Uninformative(
        features.constant(), features.sameFeatures(), features.sameWords(), features.zeroWords());
  }

  private static FitFigures.Score score(LeaveTwoOutResult.Score score) {
    return new FitFigures.Score(score.pairs(), correct(score), Json.finite(score.accuracy()));
  }

  /** A whole number where it is one; ties of preset strict count half. */
  private static Number correct(LeaveTwoOutResult.Score score) {
    double correct = score.correct();
    return correct == Math.rint(correct) ? (Number) (int) correct : (Number) correct;
  }

  private static FitFigures.Correlations correlations(ParticipantFit fit) {
    return new FitFigures.Correlations(
        Json.finite(fit.meanCorrelation()),
        Json.finite(fit.highestCorrelation()),
        fit.voxelsAboveThreshold());
  }

  private static FitFigures.Seconds seconds(FitRecord record, double write) {
    ParticipantFit fit = record.fit();
    return new FitFigures.Seconds(
        record.readSeconds(),
        fit.evaluateSeconds(),
        fit.mapSeconds(),
        write,
        record.readSeconds() + fit.evaluateSeconds() + fit.mapSeconds() + write);
  }
}
