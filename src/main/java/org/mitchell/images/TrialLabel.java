package org.mitchell.images;

import java.util.Optional;
import java.util.OptionalInt;
import org.mitchell.fmri.Moment;
import org.mitchell.fmri.Stimulus;

/**
 * What a row of labels says of its volume.
 *
 * @param line of the row in its file
 * @param stimulus what was shown
 * @param session its label, or empty
 * @param run its label, or empty
 * @param fold the part of a cross-validation that it is given, or empty
 * @param study what is known of the study, or empty
 * @param presentation which of its word's it is, where somebody says so
 * @param moment when it was shown, where the rows are in the order of time
 * @param include whether the volume is to be used
 */
record TrialLabel(
    long line,
    Stimulus stimulus,
    String session,
    String run,
    String fold,
    String study,
    OptionalInt presentation,
    Optional<Moment> moment,
    boolean include) {}
