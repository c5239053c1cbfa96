package org.mitchell.derivatives;

import java.nio.file.Path;
import java.util.OptionalDouble;
import org.mitchell.analysis.ParticipantEvaluation;
import org.mitchell.provenance.Provenance;

/**
 * A participant's evaluation with where it came from.
 *
 * @param evaluation what was found
 * @param source the file of the responses
 * @param featureSource what gave the features: a file, or the name of a built-in space
 * @param published the figure of the paper to print beside ours, if it has one
 * @param provenance what made the files, with the seed
 */
public record EvaluationRecord(
    ParticipantEvaluation evaluation,
    Path source,
    String featureSource,
    OptionalDouble published,
    Provenance provenance) {}
