package org.mitchell.derivatives.contents;

import java.util.OptionalDouble;

/**
 * What simulated experiments of one kind gave: a row of {@code power --json}.
 *
 * @param snr signal to noise
 * @param powerCi95 of the share of experiments that were significant
 */
public record PowerFigures(
    int words,
    int presentations,
    double snr,
    int participants,
    int repetitions,
    double accuracy,
    OptionalDouble sd,
    double power,
    Ends powerCi95,
    OptionalDouble powerOverParticipants,
    OptionalDouble powerOverBoth) {}
