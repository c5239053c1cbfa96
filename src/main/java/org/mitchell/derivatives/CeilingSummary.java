package org.mitchell.derivatives;

import org.mitchell.analysis.ceilings.IdentificationCeilings;
import org.mitchell.analysis.ceilings.IdentificationCeilings.OfBrains;
import org.mitchell.analysis.ceilings.IdentificationCeilings.OfPresentations;
import org.mitchell.derivatives.contents.CeilingFigures;
import org.mitchell.files.Json;

/** The ceilings of an evaluation, under the names that scripts rely on. */
final class CeilingSummary {
  private CeilingSummary() {}

  static CeilingFigures of(IdentificationCeilings ceilings) {
    return new CeilingFigures(
        Json.finite(ceilings.similarity()),
        ceilings.presentations().map(CeilingSummary::presentations),
        ceilings.brains().map(CeilingSummary::participants));
  }

  private static CeilingFigures.OfPresentations presentations(OfPresentations found) {
    return new CeilingFigures.OfPresentations(
        found.ceiling().splits(),
        found.ceiling().halves().accuracy(),
        Json.finite(found.ceiling().halves().similarity()),
        Json.finite(found.ceiling().accuracy()),
        Json.finite(found.ceiling().similarity()),
        share(found.share()));
  }

  private static CeilingFigures.OfParticipants participants(OfBrains found) {
    return new CeilingFigures.OfParticipants(
        found.others(),
        found.voxels(),
        found.score().accuracy(),
        Json.finite(found.score().similarity()),
        share(found.share()));
  }

  private static CeilingFigures.Share share(IdentificationCeilings.Share share) {
    return new CeilingFigures.Share(
        Json.finite(share.share()),
        share.interval().map(EvaluationSummary::ends),
        share.interval().map(EvaluationSummary::interval));
  }
}
