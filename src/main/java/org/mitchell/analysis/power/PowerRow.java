package org.mitchell.analysis.power;

/**
 * What experiments of one condition and one number of participants gave.
 *
 * @param condition words, presentations and signal
 * @param participants in the group
 * @param repetitions how many experiments were simulated
 * @param meanAccuracy over the experiments, of the group's mean accuracy
 * @param sdAccuracy over the experiments, of the group's mean accuracy; NaN for a single one
 * @param power the share of experiments that are significant at .05 by permutation
 * @param low the lower end of the 95% interval of that share (Wilson's score interval)
 * @param high its upper end
 * @param powerOverParticipants the share that is significant at .05 by a one-sided t over
 *     participants, after each one's permutation mean is subtracted; NaN for one participant
 * @param powerOverBoth the share that is significant by both, which is what a claim about other
 *     words and other participants needs; NaN for one participant
 */
public record PowerRow(
    Condition condition,
    int participants,
    int repetitions,
    double meanAccuracy,
    double sdAccuracy,
    double power,
    double low,
    double high,
    double powerOverParticipants,
    double powerOverBoth) {}
