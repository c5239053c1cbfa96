package org.mitchell.norms;

import java.util.OptionalDouble;

/**
 * What a regression reached on the words of one fold.
 *
 * @param repeat from 0
 * @param fold from 0
 * @param trained on how many words
 * @param tested on how many words
 * @param penalty of the ridge regression
 * @param atEdge whether the penalty is the smallest or largest there was to choose
 */
public record FoldScore(
    int repeat,
    int fold,
    int trained,
    int tested,
    Agreement agreement,
    OptionalDouble penalty,
    boolean atEdge) {}
