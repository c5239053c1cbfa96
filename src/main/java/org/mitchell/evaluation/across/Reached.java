package org.mitchell.evaluation.across;

import java.util.List;
import java.util.OptionalDouble;
import org.mitchell.evaluation.PairResult;

/**
 * How well a participant's words are told apart by models of the others.
 *
 * @param pairs fold after fold
 * @param accuracy the share of them that was told right
 * @param relabelled the accuracy with relabelled words, one a relabelling. Not copied
 * @param exchanged the accuracy where the others' words were exchanged before they were aligned, in
 *     every fold otherwise; nothing of an alignment by anatomy
 */
public record Reached(
    List<PairResult> pairs, double accuracy, double[] relabelled, OptionalDouble exchanged) {}
