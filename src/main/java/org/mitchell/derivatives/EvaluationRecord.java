package org.mitchell.derivatives;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import org.mitchell.analysis.FeatureImportance;
import org.mitchell.analysis.ParticipantEvaluation;
import org.mitchell.analysis.ceilings.IdentificationCeilings;
import org.mitchell.evaluation.curves.LearningCurve;
import org.mitchell.evaluation.curves.Sensitivity;
import org.mitchell.provenance.Provenance;

/**
 * A participant's evaluation with where it came from.
 *
 * @param evaluation what was found
 * @param curve accuracy against the number of training words, where that was asked for
 * @param sensitivity accuracy with other options, where that was asked for
 * @param ceilings what could be reached at best, where that was asked for
 * @param importance of single features, where that was asked for
 * @param source the file of the responses
 * @param featureSource what gave the features: a file, or the name of a built-in space
 * @param published the figure of the paper to print beside ours, if it has one
 * @param provenance what made the files, with the seed
 */
public record EvaluationRecord(
    ParticipantEvaluation evaluation,
    Optional<LearningCurve> curve,
    Optional<Sensitivity> sensitivity,
    Optional<IdentificationCeilings> ceilings,
    Optional<FeatureImportance> importance,
    Path source,
    String featureSource,
    OptionalDouble published,
    Provenance provenance) {}
