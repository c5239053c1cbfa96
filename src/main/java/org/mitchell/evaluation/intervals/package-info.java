/**
 * How far a figure of an evaluation would move with other words: standard errors and intervals by
 * subsampling words, for one participant, for the mean of several, and for differences.
 *
 * <p>Pairs of words share words, so they are no independent trials, and a bootstrap sample repeats
 * words, so that a held-out word is also a training word. {@link
 * org.mitchell.evaluation.intervals.Subsamples} draws words without replacement instead.
 */
package org.mitchell.evaluation.intervals;
