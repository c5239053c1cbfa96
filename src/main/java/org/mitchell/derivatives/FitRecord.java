package org.mitchell.derivatives;

import java.nio.file.Path;
import org.mitchell.analysis.ParticipantFit;
import org.mitchell.features.FeatureChoice;
import org.mitchell.fmri.ReadOptions;
import org.mitchell.provenance.Provenance;

/**
 * A fit and what one must know to repeat it.
 *
 * @param fit what was computed
 * @param source the participant's file
 * @param sourceSha256 its SHA-256
 * @param readOptions how it was read
 * @param features which features they are
 * @param withheld why the accuracy is not given; empty where it is
 * @param provenance what made the files
 * @param readSeconds how long reading took
 */
public record FitRecord(
    ParticipantFit fit,
    Path source,
    String sourceSha256,
    ReadOptions readOptions,
    FeatureChoice features,
    String withheld,
    Provenance provenance,
    double readSeconds) {}
